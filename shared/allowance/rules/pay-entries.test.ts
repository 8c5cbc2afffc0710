import { describe, expect, it } from 'vitest';
import {
  overlapping,
  PAY_ENTRY_KINDS,
  type PayEntry,
  type PayEntryKind,
  type WrongSpan,
  wrongSpan,
} from './pay-entries.ts';

const OPEN = null;

describe('the days of an entry', () => {
  it.each<[PayEntryKind, string, string | null, WrongSpan | null]>([
    ['sanction', '2026-11-01', '2027-04-30', null],
    ['sanction', '2026-11-01', OPEN, 'end-required'],
    ['sanction', '2026-11-02', '2027-04-30', 'not-whole-months'],
    ['sanction', '2026-11-01', '2027-04-29', 'not-whole-months'],
    ['sanction', '2026-11-01', '2026-10-31', 'period-reversed'],
    ['lhkpn', '2026-11-01', OPEN, null],
    ['lhkpn', '2026-11-15', OPEN, 'not-whole-months'],
    ['lhkpn', '2026-11-01', '2026-12-31', null],
    ['plt', '2026-11-09', '2027-02-08', null],
    ['plt', '2026-11-09', OPEN, 'end-required'],
    ['cpns', '2026-03-02', '2027-03-01', null],
    ['cpns', '2026-03-02', OPEN, 'end-required'],
    ['assembly', '2026-11-09', '2026-11-09', null],
    ['assembly', '2026-11-09', '2026-11-10', 'period-reversed'],
    ['assembly', '2026-11-09', OPEN, 'end-required'],
  ])('%s from %s to %s: %s', (kind, validFrom, validUntil, wrong) => {
    expect(wrongSpan({ kind, validFrom, validUntil })).toBe(wrong);
  });
});

describe('two entries of a kind', () => {
  const held = (more: Partial<PayEntry> = {}): PayEntry => ({
    kind: 'plt',
    validFrom: '2026-03-01',
    validUntil: '2026-05-31',
    percent: '20',
    postClass: 9,
    source: 'SK',
    withdrawn: false,
    ...more,
  });
  it.each([
    ['2026-01-01', '2026-02-28', false],
    ['2026-01-01', '2026-03-01', true],
    ['2026-04-01', '2026-04-30', true],
    ['2026-05-31', '2026-07-31', true],
    ['2026-06-01', '2026-07-31', false],
    ['2026-01-01', OPEN, true],
  ])('from %s to %s overlap one of March to May: %s', (validFrom, validUntil, does) => {
    const wanted = { kind: 'plt', validFrom, validUntil } as const;
    expect(overlapping([held()], wanted) !== undefined).toBe(does);
    expect(overlapping([held({ withdrawn: true })], wanted)).toBeUndefined();
  });

  it('overlap one that is open for ever after, and none of another kind', () => {
    const wanted = { kind: 'plt', validFrom: '2030-01-01', validUntil: '2030-01-31' } as const;
    expect(overlapping([held({ validUntil: null })], wanted)).toBeDefined();
    for (const kind of PAY_ENTRY_KINDS.filter((other) => other !== 'plt'))
      expect(overlapping([held({ validUntil: null })], { ...wanted, kind })).toBeUndefined();
  });
});
