import { expect, it } from 'vitest';
import { answerTo, stored } from '#shared/testing/rows-to-ask.ts';
import { findable } from './findable.ts';

const agency = 'a:dishub';
const person = (id: string, supervisorId: string | null) => [
  stored('employee', { id: id as never, scope: agency, name: `Nama ${id}`, nip: null }),
  stored('assignment', {
    ...{ id: `post ${id}`, scope: agency, employeeId: id as never, supervisorId: supervisorId as never },
    ...{ kind: 'definitive', validFrom: '2026-01-01', validUntil: null },
  }),
];
const entry = (id: string, date: string, owner = 'budi') =>
  stored('activity', { id: id as never, scope: `w:${owner}`, date, title: `Judul ${id}`, start: null, createdAt: '' });

it('is what one logged in the last months, the newest first, and whom one leads', async () => {
  const found = await answerTo(findable, null, [
    ...[person('budi', 'ani'), person('dedi', 'budi'), person('cici', 'budi'), person('ani', null)].flat(),
    ...[entry('1', '2026-11-01'), entry('2', '2026-11-20'), entry('3', '2026-01-01'), entry('4', '2026-11-20', 'dedi')],
  ]);
  expect(found?.entries.map(({ id }) => id)).toEqual(['2', '1']);
  expect(found?.people.map(({ id }) => id)).toEqual(['cici', 'dedi']);
});
