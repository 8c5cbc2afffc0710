import { expect, it } from 'vitest';
import { ASKING, answerTo, stored } from '#shared/testing/rows-to-ask.ts';
import { teamMinutes } from './team-minutes.ts';

const agency = 'a:dishub';
const person = (id: string, supervisorId: string | null, name: string) => [
  stored('employee', { id: id as never, scope: agency, name }),
  stored('assignment', {
    ...{ id: `post ${id}`, scope: agency, employeeId: id as never, supervisorId: supervisorId as never },
    ...{ kind: 'definitive', validFrom: '2026-01-01', validUntil: null },
  }),
];
const work = (id: string, owner: string, date: string, minutes: number) =>
  stored('activity', { id: id as never, scope: `w:${owner}`, date, minutes });

it('of each member of the team: the minutes of each day of the month, and of nobody else', async () => {
  const found = await answerTo(
    teamMinutes,
    { month: '2026-11' },
    [
      ...[person('ani', 'head', 'Ani'), person('cici', 'ani', 'Cici'), person('budi', 'ani', 'Budi')].flat(),
      ...[
        work('1', 'budi', '2026-11-02', 60),
        work('2', 'budi', '2026-11-02', 30),
        work('3', 'cici', '2026-11-30', 45),
      ],
      ...[work('4', 'budi', '2026-12-01', 99), work('5', 'ani', '2026-11-02', 99)],
    ],
    { actor: { ...ASKING.actor, id: 'ani' } },
  );
  expect(found?.dates).toHaveLength(30);
  expect(found?.people.map(({ name }) => name)).toEqual(['Budi', 'Cici']);
  expect(found?.people[0]?.minutes[1]).toBe(90);
  expect(found?.people[1]?.minutes[29]).toBe(45);
  expect(found?.people.flatMap(({ minutes }) => minutes).reduce((sum, one) => sum + one, 0)).toBe(135);
});
