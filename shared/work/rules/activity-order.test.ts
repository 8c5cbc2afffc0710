import { expect, it } from 'vitest';
import { byTime } from './activity-order.ts';

const entry = (date: string, start: string | null, createdAt: string) => ({ date, start, createdAt });

it('lists what was worked in the order in which it was worked, and what has no time after it', () => {
  const [afternoon, morning, timeless, later, before] = [
    entry('2026-11-24', '13:00', '1'),
    entry('2026-11-24', '08:00', '4'),
    entry('2026-11-24', null, '2'),
    entry('2026-11-24', null, '3'),
    entry('2026-11-23', '16:00', '5'),
  ];
  expect([later, timeless, afternoon, morning, before].sort(byTime)).toEqual([
    before,
    morning,
    afternoon,
    timeless,
    later,
  ]);
});
