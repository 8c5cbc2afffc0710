import { describe, expect, it } from 'vitest';
import type { Leave } from '#shared/tables.ts';
import { calendarOf } from './calendar.ts';
import { annualLeave, collision, KINDS_OF } from './leave-days.ts';

const leave = (state: Leave['state'], validFrom: string, validUntil = validFrom, kind: Leave['kind'] = 'tahunan') =>
  ({ state, validFrom, validUntil, kind }) as Leave;
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
    ['that came back', leave('returned', '2026-03-11'), false],
  ])('%s', (_what, other, collides) => {
    expect(collision(asked, [other])).toEqual(collides ? other : null);
  });
});

describe('annual leave', () => {
  it('is twelve working days a year, less what is approved and asked for', () => {
    const all = [
      // Thursday to Tuesday: four working days.
      leave('approved', '2026-03-05', '2026-03-10'),
      leave('submitted', '2026-06-03', '2026-06-04'),
      leave('returned', '2026-07-01', '2026-07-31'),
      leave('approved', '2026-08-03', '2026-08-07', 'sakit'),
    ];
    expect(annualLeave('2026', all, calendar)).toEqual({ entitled: 12, used: 4, asked: 2, left: 6 });
  });

  it('of one that goes over the end of a year counts in each year what lies in it', () => {
    const all = [leave('approved', '2026-12-30', '2027-01-05')];
    expect(annualLeave('2026', all, calendar)).toMatchObject({ used: 2 });
    expect(annualLeave('2027', all, calendar)).toMatchObject({ used: 3 });
  });
});

it('a day of which no shift is planned yet is taken by leave all the same', () => {
  const inShifts = { dayOn: () => ({ is: 'unplanned' as const }), holidayOn: () => null };
  expect(annualLeave('2026', [leave('approved', '2026-03-09', '2026-03-11')], inShifts).used).toBe(3);
});
