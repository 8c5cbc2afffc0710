import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesBetween } from '#shared/time/working-time.ts';
import { countedMinutes, minutesOfDays, type TimedWork } from './counted-minutes.ts';

const DAY = '2026-10-06';
const MOST = 660;
const clock = (id: string, start: string, end: string, date = DAY): TimedWork => ({
  ...{ id, date, start, end, minutes: minutesBetween(start, end) },
});
const length = (id: string, minutes: number, date = DAY): TimedWork => ({ id, date, start: null, end: null, minutes });
const counts = (...entries: TimedWork[]) => {
  const counted = countedMinutes(entries, MOST);
  return entries.map(({ id }) => {
    const { minutes, overlapping, beyond } = counted.get(id) ?? { minutes: -1, overlapping: -1, beyond: -1 };
    return [minutes, overlapping, beyond];
  });
};

describe('minutes count', () => {
  it.each<[what: string, entries: TimedWork[], counted: number[][]]>([
    [
      'one after the other',
      [clock('a', '08:00', '09:00'), clock('b', '09:00', '10:00')],
      [
        [60, 0, 0],
        [60, 0, 0],
      ],
    ],
    [
      'once where two entries overlap',
      [clock('a', '08:00', '10:00'), clock('b', '09:00', '11:00')],
      [
        [120, 0, 0],
        [60, 60, 0],
      ],
    ],
    [
      'once where one lies within another',
      [clock('a', '08:00', '12:00'), clock('b', '09:00', '10:00')],
      [
        [240, 0, 0],
        [0, 60, 0],
      ],
    ],
    [
      'once where two are the same',
      [clock('a', '08:00', '09:00'), clock('b', '08:00', '09:00')],
      [
        [60, 0, 0],
        [0, 60, 0],
      ],
    ],
    [
      'once after the longest of three',
      [clock('a', '08:00', '12:00'), clock('b', '08:30', '09:00'), clock('c', '11:00', '13:00')],
      [
        [240, 0, 0],
        [0, 30, 0],
        [60, 60, 0],
      ],
    ],
    [
      'whatever the order they come in',
      [clock('b', '09:00', '11:00'), clock('a', '08:00', '10:00')],
      [
        [60, 60, 0],
        [120, 0, 0],
      ],
    ],
    [
      'by their length where no clock is told',
      [length('a', 90), length('b', 90)],
      [
        [90, 0, 0],
        [90, 0, 0],
      ],
    ],
    [
      'up to the most of a day',
      [length('a', 600), length('b', 90)],
      [
        [600, 0, 0],
        [60, 0, 30],
      ],
    ],
    [
      'not at all beyond it',
      [length('a', 660), length('b', 1)],
      [
        [660, 0, 0],
        [0, 0, 1],
      ],
    ],
    [
      'for each day apart',
      [length('a', 660), length('b', 660, '2026-10-07')],
      [
        [660, 0, 0],
        [660, 0, 0],
      ],
    ],
    [
      'once over midnight',
      [clock('a', '22:00', '06:00'), clock('b', '05:00', '07:00', '2026-10-07')],
      [
        [480, 0, 0],
        [60, 60, 0],
      ],
    ],
    ['no longer than from start to end', [{ ...clock('a', '08:00', '09:00'), minutes: 1440 }], [[60, 1380, 0]]],
  ])('%s', (_what, entries, counted) => expect(counts(...entries)).toEqual(counted));

  it('660 of 55 entries that say 5,370', () => {
    const entries = Array.from({ length: 55 }, (_, index) => length(`a${index}`, index < 54 ? 98 : 78));
    expect(minutesOfDays(entries, MOST)).toEqual({ typed: 5370, counted: 660 });
  });

  it('never more than are typed, than the most of a day, or than a day has', () => {
    const time = fc.integer({ min: 0, max: 1439 }).map((at) => new Date(at * 60_000).toISOString().slice(11, 16));
    const entry = fc.record({
      start: time,
      end: time,
      clocked: fc.boolean(),
      minutes: fc.integer({ min: 1, max: 1440 }),
    });
    fc.assert(
      fc.property(fc.array(entry), fc.integer({ min: 1, max: 1440 }), (list, most) => {
        const entries = list.map(({ clocked, minutes, start, end }, index) =>
          clocked ? clock(`a${index}`, start, end) : length(`a${index}`, minutes),
        );
        const { typed, counted } = minutesOfDays(entries, most);
        return counted <= Math.min(typed, most) && minutesOfDays([...entries].reverse(), most).counted === counted;
      }),
    );
  });
});
