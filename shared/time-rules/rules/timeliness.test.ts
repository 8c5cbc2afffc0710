import { describe, expect, it } from 'vitest';
import { rulesFor, rulesOf } from './calendar.ts';
import type { Shift } from './shifts.ts';
import { deadlineOf, instantOf, isNotable, timelinessOf } from './timeliness.ts';

const timeZone = 'Asia/Makassar';
const rulesWith = (outages: Outages) =>
  rulesOf({ policies: [], holidays: [], workHours: [], units: [], outages, timeZone });
// 2026-11-24 is a Tuesday; midnight in Amuntai (WITA) is 16.00 UTC.
const outage = (startsAt: string, endsAt: string | null) => ({
  ...{ kind: 'unplanned' as const, startsAt: `${startsAt}:00.000Z`, reason: '' },
  endsAt: endsAt && `${endsAt}:00.000Z`,
});
type Outages = ReturnType<typeof outage>[];
const work = { date: '2026-11-24', loggedAt: '2026-11-24T09:00:00.000Z', clock: 'trusted' as const, editedAt: null };
const verdict = (loggedAt: string, outages: Outages = [], clock: 'trusted' | 'implausible' = 'trusted') =>
  timelinessOf({ ...work, loggedAt: `${loggedAt}:00.000Z`, clock }, rulesWith(outages));

describe('work of a day', () => {
  it.each([
    ['on the same day', '2026-11-24T09:00', 'in-time'],
    ['a minute before midnight', '2026-11-24T15:59', 'in-time'],
    ['within the grace', '2026-11-24T16:15', 'in-time'],
    ['after the grace', '2026-11-24T16:16', 'late'],
    ['the next morning', '2026-11-25T01:00', 'late'],
  ])('logged %s is judged by the deadline', (_when, loggedAt, expected) => {
    const usual = { deadline: '2026-11-24T16:00:00.000Z', movedBy: null, editedLate: null };
    expect(verdict(loggedAt)).toEqual({ verdict: expected, ...usual });
  });

  it('is not late where the device cannot be believed but may have been in time', () => {
    expect(verdict('2026-11-24T09:00', [], 'implausible').verdict).toBe('implausible');
    expect(verdict('2026-11-25T09:00', [], 'implausible').verdict).toBe('late');
  });
});

describe('work that was changed after it was logged', () => {
  const edited = (editedAt: string, outages: Outages = [], loggedAt = work.loggedAt) => {
    const changed = { ...work, loggedAt, editedAt };
    const rules = rulesWith(outages);
    const timeliness = timelinessOf(changed, rules);
    return [timeliness.verdict, timeliness.editedLate, isNotable(changed, timeliness, rules)];
  };

  it('stays in time, and is told where that was after the deadline', () => {
    expect(edited('2026-11-24T16:15:00.000Z')).toEqual(['in-time', null, false]);
    expect(edited('2026-11-24T16:16:00.000Z')).toEqual(['in-time', '2026-11-24T16:16:00.000Z', true]);
  });

  it('has until the moved deadline', () => {
    const night = outage('2026-11-24T15:00', '2026-11-24T17:00');
    expect(edited('2026-11-26T10:00:00.000Z', [night])[1]).toBeNull();
    expect(edited('2026-11-26T17:00:00.000Z', [night])[1]).toBe('2026-11-26T17:00:00.000Z');
  });

  it('that was late anyway is only late', () => {
    expect(edited('2026-11-26T10:00:00.000Z', [], '2026-11-25T09:00:00.000Z')).toEqual(['late', null, true]);
  });
});

describe('a deadline', () => {
  const moved = (...outages: Outages) => {
    const { deadline } = deadlineOf('2026-11-24', rulesWith(outages));
    return deadline === null ? null : new Date(deadline).toISOString().slice(0, 16);
  };

  it.each([
    [
      'an outage around it moves it to the end of the next working day',
      [['2026-11-24T15:00', '2026-11-24T17:00']],
      '2026-11-26T16:00',
    ],
    [
      'one that ended in the last hours before it moves it, too',
      [['2026-11-24T08:00', '2026-11-24T13:00']],
      '2026-11-25T16:00',
    ],
    ['one that was over long before does not', [['2026-11-24T01:00', '2026-11-24T11:59']], '2026-11-24T16:00'],
    ['one that began after it does not', [['2026-11-24T16:00', '2026-11-25T16:00']], '2026-11-24T16:00'],
    ['over the weekend it moves to Monday', [['2026-11-24T15:00', '2026-11-27T10:00']], '2026-11-30T16:00'],
    [
      'a second outage moves it again',
      [
        ['2026-11-24T10:00', '2026-11-24T14:00'],
        ['2026-11-25T15:00', '2026-11-26T02:00'],
      ],
      '2026-11-27T16:00',
    ],
  ] as const)('%s', (_what, outages, expected) => {
    expect(moved(...outages.map(([from, until]) => outage(from, until)))).toBe(expected);
  });

  it('is open as long as the outage goes on', () => {
    expect(moved(outage('2026-11-24T15:00', null))).toBeNull();
    expect(verdict('2026-12-24T15:00', [outage('2026-11-24T15:00', null)]).verdict).toBe('in-time');
  });
});

// 2026-11-24 is a Tuesday.
describe('of who works in shifts, a deadline', () => {
  const inShifts = {
    ...{ level: 'person' as const, targetId: 'budi', name: 'Sif', hours: null },
    ...{ validFrom: '2026-01-01', validUntil: null, withdrawn: false },
  };
  const shift = (day: string, start: string, end: string): Shift => ({
    ...{ date: `2026-11-${day}`, name: 'Sif', start, end, at: '2026-11-01T00:00:00.000Z' },
  });
  const night = shift('24', '22:00', '06:00');
  const rules = (shifts: Shift[], ...outages: Outages) =>
    rulesFor(rulesOf({ policies: [], holidays: [], workHours: [inShifts], units: [], outages, timeZone }), {
      ...{ employeeId: 'budi', assignments: [], shifts },
    });
  const due = (shifts: Shift[], ...outages: Outages) => {
    const { deadline, waitsForShift } = deadlineOf('2026-11-24', rules(shifts, ...outages));
    return [deadline === null ? null : new Date(deadline).toISOString().slice(0, 16), waitsForShift ?? false];
  };
  const evening = outage('2026-11-24T14:00', '2026-11-24T17:00');
  const nextEvening = outage('2026-11-25T14:00', '2026-11-25T17:00');

  it.each([
    ['counts from the day', [shift('24', '07:00', '14:00')], [], '2026-11-24T16:00'],
    ['of a night counts from the day on which it ends', [night], [], '2026-11-25T16:00'],
    ['of a day without a shift counts from the day', [], [], '2026-11-24T16:00'],
    ['of a night is not moved by an outage before it', [night], [evening], '2026-11-25T16:00'],
    [
      'moves to the day of the next shift',
      [shift('24', '07:00', '14:00'), shift('28', '07:00', '14:00')],
      [evening],
      '2026-11-28T16:00',
    ],
    [
      'moves to the end of the next shift, where that is a night',
      [night, shift('28', '22:00', '06:00')],
      [nextEvening],
      '2026-11-29T16:00',
    ],
  ] as const)('%s', (_name, shifts, outages, expected) => {
    expect(due([...shifts], ...outages)).toEqual([expected, false]);
  });

  it('waits for the next shift, where none is planned yet, and is not missed meanwhile', () => {
    expect(due([night], nextEvening)).toEqual([null, true]);
    const timeliness = timelinessOf({ ...work, loggedAt: '2026-12-20T00:00:00.000Z' }, rules([night], nextEvening));
    expect(timeliness).toMatchObject({ verdict: 'in-time', deadline: null, waitsForShift: true });
    expect(timeliness.movedBy).toMatchObject({ endsAt: nextEvening.endsAt });
  });

  it('is open while the outage goes on, which is told apart from that', () => {
    expect(due([night], outage('2026-11-25T14:00', null))).toEqual([null, false]);
  });
});

it.each([
  ['2026-11-24', '10:00', 'Asia/Makassar', '2026-11-24T02:00'],
  ['2026-11-24', '24:00', 'Asia/Jayapura', '2026-11-24T15:00'],
  ['2026-11-24', '00:00', 'America/Lima', '2026-11-24T05:00'],
  // The clocks go forward at 02.00.
  ['2026-03-29', '03:30', 'Europe/Berlin', '2026-03-29T01:30'],
  ['2026-03-29', '01:30', 'Europe/Berlin', '2026-03-29T00:30'],
])('%s %s in %s is %s UTC', (date, time, zone, expected) => {
  expect(new Date(instantOf(date, time, zone)).toISOString().slice(0, 16)).toBe(expected);
});
