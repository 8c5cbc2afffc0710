import { expect, it } from 'vitest';
import { ask, question } from './question.ts';
import type { Read } from './row-set.ts';
import type { SyncRow } from './table.ts';

const asking = {
  actor: { id: 'budi', tenant: 't', timeZone: 'Asia/Makassar', roles: [] },
  today: '2026-11-24',
  now: '',
};
const stored: Record<string, SyncRow> = {
  budi: { id: 'budi', scope: 's', version: 1, superior: 'ani' },
  ani: { id: 'ani', scope: 's', version: 1, superior: 'head' },
  head: { id: 'head', scope: 's', version: 1, superior: null },
};

/** A storage, and each read that it was asked for. */
function storage() {
  const asked: string[] = [];
  const load = async (reads: readonly Read[]) =>
    reads.flatMap((read) => {
      const id = 'id' in read ? read.id : '';
      asked.push(id);
      return stored[id] ? [{ table: 'person', row: stored[id] }] : [];
    });
  return { asked, load };
}

const personOf = (id: string): Read => ({ table: 'person', scope: 's', id });

const chain = question<{ of: string }, string[]>({
  reads: ({ of }, _asking, rows) => [
    personOf(of),
    ...rows.all('person', 's').flatMap(({ superior }) => (superior ? [personOf(String(superior))] : [])),
  ],
  answer: ({ of }, _asking, rows) =>
    rows.get('person', 's', of) ? rows.all('person', 's').map(({ id }) => id) : undefined,
});

it('reads what rows name in their turn, and each row once', async () => {
  const { asked, load } = storage();
  expect(await ask(chain, { args: { of: 'budi' }, asking, load })).toEqual(['budi', 'ani', 'head']);
  expect(asked).toEqual(['budi', 'ani', 'head']);
});

it('has no answer where what it asks for is not there', async () => {
  const { load } = storage();
  expect(await ask(chain, { args: { of: 'nobody' }, asking, load })).toBeUndefined();
});

it('does not ask on and on', async () => {
  const { load } = storage();
  let more = 0;
  const endless = question<null, string>({ reads: () => [personOf(`${more++}`)], answer: () => '' });
  await expect(ask(endless, { args: null, asking, load })).rejects.toThrow('on and on');
});
