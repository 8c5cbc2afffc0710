import { expect, it } from 'vitest';
import { answerTo, stored } from '#shared/testing/rows-to-ask.ts';
import type { ActivityState } from '#shared/work/tables.ts';
import { monthPicture, yearPicture } from './month-picture.ts';

let made = 0;
const entry = (date: string, state: ActivityState, more: object = {}) =>
  stored('activity', {
    ...{ id: `entry ${made++}` as never, scope: 'w:budi', date, state, minutes: 60, start: null, end: null },
    ...{ resultId: 'r' as never, unit: 'kendaraan', quantity: 1, createdAt: '', ...more },
  });
const plan = [
  stored('skp', {
    ...{ id: 's' as never, scope: 'p:budi', employeeId: 'budi' as never, state: 'approved', edition: 1 },
    ...{ validFrom: '2026-01-01', validUntil: '2026-12-31' },
  }),
  stored('result', {
    ...{ id: 'r' as never, scope: 'p:budi', skpId: 's' as never, text: 'Terujinya kendaraan', kind: 'utama' },
    ...{ endedIn: null, createdAt: '' },
  }),
  ...(['kuantitas', 'waktu'] as const).map((aspect) =>
    stored('indicator', {
      ...{ id: aspect as never, scope: 'p:budi', skpId: 's' as never, resultId: 'r' as never, aspect, text: aspect },
      ...{ targetMin: 1200, targetMax: null, targetText: null, unit: 'kendaraan', direction: 'up' },
    }),
  ),
];

it('has each day of the month, with what counts and what it asks for', async () => {
  const month = await answerTo(monthPicture, { month: '2026-11' }, [
    entry('2026-11-24', 'draft', { minutes: 90 }),
    entry('2026-11-24', 'approved', { minutes: 30 }),
    entry('2026-12-01', 'approved'),
  ]);
  expect(month?.days).toHaveLength(30);
  const of = (date: string) => month?.days.find((day) => day.date === date);
  expect(of('2026-11-24')).toMatchObject({ minutes: 120, state: 'draft' });
  expect(of('2026-11-24')?.expected).toBeGreaterThan(0);
  expect(of('2026-11-25')).toMatchObject({ minutes: 0, state: 'empty' });
  // A Sunday.
  expect(of('2026-11-29')).toMatchObject({ expected: 0, state: 'off' });
});

it('measures a quantity by its part of the month, of approved work alone; what is stated by hand is not drawn', async () => {
  const month = await answerTo(monthPicture, { month: '2026-11' }, [
    ...plan,
    entry('2026-11-24', 'approved', { quantity: 40 }),
    entry('2026-11-25', 'approved', { quantity: 10 }),
    entry('2026-11-25', 'submitted', { quantity: 900 }),
  ]);
  expect(month?.progress).toEqual([
    {
      ...{ id: 'kuantitas', result: 'Terujinya kendaraan', indicator: 'kuantitas', unit: 'kendaraan' },
      ...{ reached: 50, target: 100, share: 0.5 },
    },
  ]);
});

it('of an SKP under revision measures by the edition that was approved, and of none that never was', async () => {
  const [skp, ...parts] = plan;
  const revised = (edition: number) => [{ ...skp, row: { ...skp?.row, state: 'draft', edition } }, ...parts] as never[];
  const content = {
    results: [{ id: 'r', text: 'Semula' }],
    indicators: [
      {
        ...{ id: 'i', resultId: 'r', aspect: 'kuantitas', text: 'Lama', unit: 'kendaraan', direction: 'up' },
        ...{ targetMin: 120, targetMax: null, targetText: null },
      },
    ],
    ...{ expectations: [], annexes: [] },
  };
  const edition = stored('edition', { id: 's.1' as never, scope: 'p:budi', content: content as never });
  const work = entry('2026-11-24', 'approved', { quantity: 5 });
  const month = await answerTo(monthPicture, { month: '2026-11' }, [...revised(2), edition, work]);
  expect(month?.progress).toMatchObject([{ result: 'Semula', target: 10, share: 0.5 }]);
  expect((await answerTo(monthPicture, { month: '2026-11' }, [...revised(1), work]))?.progress).toEqual([]);
});

it('the year has twelve months: what was approved, how it was evaluated, what was paid', async () => {
  const evaluation = (period: string, state: 'final' | 'rated') =>
    stored('evaluation', { id: period as never, scope: 'w:budi', period, state, predicate: 'baik' });
  const slip = (month: string) =>
    stored('slip', { id: month as never, scope: 'm:budi', month, content: { total: '2950000' } as never });
  const year = await answerTo(yearPicture, { year: '2026' }, [
    ...[entry('2026-09-01', 'approved'), entry('2026-09-02', 'approved'), entry('2026-09-03', 'draft')],
    ...[evaluation('2026-09', 'final'), evaluation('2026-10', 'rated'), slip('2026-09'), slip('2026-10')],
    stored('payroll', { id: '2026-09', scope: 'a:dishub', month: '2026-09', state: 'approved' }),
  ]);
  expect(year?.map(({ month }) => month)).toHaveLength(12);
  expect(year?.[8]).toEqual({
    ...{ month: '2026-09', approved: 120, predicate: 'baik', paid: '2950000', isAhead: false },
  });
  // Not final, and not approved by the head yet.
  expect(year?.[9]).toMatchObject({ predicate: null, paid: null });
  expect(year?.[11]).toMatchObject({ isAhead: true });
});
