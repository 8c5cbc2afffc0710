import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '#client/workspace/device.ts';
import { NO_ANSWERS } from './answers.ts';
import { layoutOf } from './columns.ts';
import { answersOf, knownLayout, layoutKey, recall, remember, withLayout } from './memory.ts';

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
