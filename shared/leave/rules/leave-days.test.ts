import { describe, expect, it } from 'vitest';
import { calendarOf } from '#shared/time-rules/rules/calendar.ts';
import type { Leave } from '../tables.ts';
import { awayDays, collision, isAway, jointLeaveIn, KINDS_OF, leaveDaysOf } from './leave-days.ts';

const leave = (state: Leave['state'], validFrom: string, validUntil = validFrom, kind: Leave['kind'] = 'tahunan') =>
  ({ state, validFrom, validUntil, kind, givenBack: [] as Leave['givenBack'] }) as Leave;
const back = (validFrom: string, validUntil = validFrom) => ({ validFrom, validUntil, reason: 'x', by: 'ani', at: '' });
const calendar = calendarOf({ policies: [], holidays: [] });

it("a PPPK asks for annual, sick and maternity leave only; joint leave is nobody's to ask for", () => {
  expect(KINDS_OF.PPPK).toEqual(['tahunan', 'sakit', 'melahirkan']);
  expect(KINDS_OF.PNS).toContain('luar-tanggungan');
});

describe('a leave collides with another', () => {
  const asked = { validFrom: '2026-03-10', validUntil: '2026-03-12' };
  it.each([
    ['that ends on its first day', leave('approved', '2026-03-08', '2026-03-10'), true],
    ['that begins on its last day', leave('submitted', '2026-03-12', '2026-03-15'), true],
    ['within it', leave('approved', '2026-03-11'), true],
    ['around it', leave('approved', '2026-03-01', '2026-03-31'), true],
    ['of another kind', leave('approved', '2026-03-11', '2026-03-11', 'sakit'), true],
    ['the day before', leave('approved', '2026-03-09'), false],
    ['the day after', leave('submitted', '2026-03-13'), false],
    ['that waits for the official', leave('considered', '2026-03-11'), true],
    ['that came back', leave('returned', '2026-03-11'), false],
    ['that was postponed', leave('postponed', '2026-03-11'), false],
    ['that was refused', leave('refused', '2026-03-11'), false],
    ['that was cancelled', leave('cancelled', '2026-03-11'), false],
    [
      'whose days of then were given back',
      { ...leave('approved', '2026-03-01', '2026-03-31'), givenBack: [back('2026-03-09', '2026-03-12')] },
      false,
    ],
    [
      'of which one day then was not given back',
      { ...leave('approved', '2026-03-01', '2026-03-31'), givenBack: [back('2026-03-09', '2026-03-11')] },
      true,
    ],
  ])('%s', (_what, other, collides) => {
    expect(collision(asked, [other])).toEqual(collides ? other : null);
  });
});

describe('the days of a leave', () => {
  const span = (validFrom: string, validUntil = validFrom) => ({ validFrom, validUntil });
  const long = leave('approved', '2026-08-03', '2026-08-14');

  it.each([
    ['nothing given back', [], [span('2026-08-03', '2026-08-14')]],
    ['the end given back', [back('2026-08-12', '2026-08-14')], [span('2026-08-03', '2026-08-11')]],
    ['the beginning given back', [back('2026-08-03')], [span('2026-08-04', '2026-08-14')]],
    [
      'called back twice in the middle, told in any order',
      [back('2026-08-11'), back('2026-08-05', '2026-08-06')],
      [span('2026-08-03', '2026-08-04'), span('2026-08-07', '2026-08-10'), span('2026-08-12', '2026-08-14')],
    ],
    ['all given back', [back('2026-08-03', '2026-08-14')], []],
  ])('%s', (_what, givenBack, stretches) => {
    expect(awayDays({ ...long, givenBack })).toEqual(stretches);
  });

  it('are those on which somebody is away', () => {
    const shorter = { ...long, givenBack: [back('2026-08-05')] };
    expect(
      ['2026-08-02', '2026-08-03', '2026-08-05', '2026-08-06', '2026-08-14', '2026-08-15'].map((date) =>
        isAway(shorter, date),
      ),
    ).toEqual([...[false, true, false, true, true, false]]);
  });

  it('cost working days only: joint leave that was declared after the approval is given back', () => {
    const asked = leave('approved', '2026-12-21', '2026-12-25');
    // 24 December is joint leave, 25 December a holiday, both shipped.
    expect(leaveDaysOf(asked, calendar)).toEqual(['2026-12-21', '2026-12-22', '2026-12-23']);
    expect(jointLeaveIn(asked, calendar)).toEqual(['2026-12-24']);
    const declared = { date: '2026-12-22', kind: 'cuti-bersama' as const, name: 'Cuti bersama tambahan' };
    const later = calendarOf({ policies: [], holidays: [declared] });
    expect(leaveDaysOf(asked, later)).toEqual(['2026-12-21', '2026-12-23']);
    expect(jointLeaveIn(asked, later)).toEqual(['2026-12-22', '2026-12-24']);
  });
});

it('a day of which no shift is planned yet is taken by leave all the same', () => {
  const inShifts = { dayOn: () => ({ is: 'unplanned' as const }), holidayOn: () => null };
  expect(leaveDaysOf(leave('approved', '2026-03-09', '2026-03-11'), inShifts)).toHaveLength(3);
});
