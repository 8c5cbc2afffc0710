import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '#client/workspace/device.ts';
import { NO_ANSWERS } from './answers.ts';
import { layoutOf } from './columns.ts';
import {
  answersOf,
  knownLayout,
  layoutKey,
  newMachine,
  pinsOf,
  recall,
  remember,
  withLayout,
  withPins,
} from './memory.ts';
import { numbersAlone } from './persons.ts';

it('what was said of one kind of file is remembered for it, and for no other', async () => {
  const db = openDatabase({ agencyId: 'hsu', employeeId: 'ratna' } as Parameters<typeof openDatabase>[0]);
  const [layout, other] = [layoutOf([['NIP', 'Tanggal', 'Masuk']]), layoutOf([['NIP', 'Tanggal', 'Pulang']])];
  const answers = { ...NO_ANSWERS, order: 'dmy' as const };
  const said = withLayout(await recall(db), layoutKey(layout), layout.columns, answers);
  await remember(db, { ...said, pins: [['7', { employeeId: 'ridha', name: 'Ridha' }]] });

  const memory = await recall(db);
  expect(answersOf(memory, layoutKey(layout))).toEqual(answers);
  expect(knownLayout(memory, layoutKey(layout))?.columns).toEqual(layout.columns);
  expect(answersOf(memory, layoutKey(other))).toEqual(NO_ANSWERS);
  expect(memory.pins).toEqual([['7', { employeeId: 'ridha', name: 'Ridha' }]]);
  db.close();
});

it('a number is whose it is at one machine, and is asked for at another', async () => {
  const db = openDatabase({ agencyId: 'hsu', employeeId: 'aulia' } as Parameters<typeof openDatabase>[0]);
  const before = await recall(db);
  const terminal = newMachine(before, '1_attlog.dat');
  const first = withPins(before, terminal, [['1', { employeeId: 'ridha', name: '' }]]);
  const office = newMachine(first, '1_attlog.dat');
  const both = withPins(first, office, [['1', { employeeId: 'supiani', name: '' }]]);
  await remember(db, withPins(both, null, [['1', { employeeId: 'ratna', name: 'Ratna' }]]));

  const memory = await recall(db);
  expect([terminal, office]).toEqual(['1_attlog.dat', '1_attlog.dat (2)']);
  const whose = (machine: string | null) => pinsOf(memory, machine).map(([pin, pair]) => `${pin} ${pair.employeeId}`);
  expect([terminal, office, 'a third', null].map(whose)).toEqual([['1 ridha'], ['1 supiani'], [], ['1 ratna']]);
  db.close();
});

it.each([
  ['has numbers alone', [['1', '2026-10-06 07:21']], { nip: null, name: null }, true],
  ['has an empty column of names', [['1', '2026-10-06 07:21', '']], { nip: null, name: 2 }, true],
  ['names somebody', [['1', '2026-10-06 07:21', 'Ridha']], { nip: null, name: 2 }, false],
  ['has the NIP', [['1', '2026-10-06 07:21', '198812042014021003']], { nip: 2, name: null }, false],
])('a file that %s', (_what, rows, of, is) => {
  const { columns } = layoutOf([['PIN', 'Waktu']]);
  expect(numbersAlone(rows, { ...columns, pin: 0, ...of })).toBe(is);
});
