import { describe, expect, it } from 'vitest';
import { finder } from './search.ts';

const NIP = '198812042014021003';
const PEOPLE: [name: string, nip: string | null][] = [
  ["H. Ma'ruf Amin, S.Sos", NIP],
  ['André Wijaya', '197808152003121012'],
  ['Siti Nur’aini', null],
];
const found = (asked: string) => PEOPLE.filter(finder(asked)).map(([name]) => name);
const [MARUF, ANDRE, NURAINI] = PEOPLE.map(([name]) => name);

describe('a search', () => {
  it.each(["Ma'ruf", 'Ma’ruf', 'Ma‘ruf', 'Maʼruf', 'Ma`ruf', 'maruf', 'MARUF AMIN', 'amin maruf', 'H Ma’ruf'])(
    '%s finds the name however its apostrophe is written',
    (asked) => expect(found(asked)).toEqual([MARUF]),
  );

  it.each(['André', 'Andre', 'Andre\u0301', 'ANDRÉ', 'wijaya, andre'])(
    '%s finds the name with and without accent',
    (asked) => expect(found(asked)).toEqual([ANDRE]),
  );

  it.each([
    NIP,
    '19881204 201402 1 003',
    '19881204.201402.1.003',
    '19881204-201402-1-003',
    ' 1988 1204',
    '１９８８１２０４',
  ])('%s finds the person of the NIP', (asked) => expect(found(asked)).toEqual([MARUF]));

  it('finds by any of the marks a stored name may have', () => {
    for (const asked of ['nuraini', "nur'aini", 'Nur’aini']) expect(found(asked)).toEqual([NURAINI]);
  });

  it('finds all where nothing is asked, and nobody where nobody is meant', () => {
    for (const asked of ['', '  ', "'"]) expect(found(asked)).toHaveLength(PEOPLE.length);
    expect(found('Budi')).toEqual([]);
    expect(found('9999')).toEqual([]);
  });
});
