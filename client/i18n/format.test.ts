import { afterEach, expect, it } from 'vitest';
import { formatMoment, formatMomentLong, formatSpan, tellTimeIn } from './format.ts';

afterEach(() => tellTimeIn(undefined));

it('tells the time of the agency, wherever the device believes to be', () => {
  const at = '2026-11-24T16:30:00.000Z';
  tellTimeIn('Asia/Makassar');
  expect(formatMoment(at, new Date('2026-11-24T17:00:00.000Z'))).toBe('00.30');
  expect(formatMomentLong(at)).toBe('25 Nov 2026 00.30');
  tellTimeIn('Asia/Jakarta');
  expect(formatMoment(at, new Date('2026-11-24T16:45:00.000Z'))).toBe('23.30');
});

it.each([
  ['2026-12-02', '2026-12-02', '2 Desember 2026'],
  ['2026-12-02', '2026-12-04', '2–4 Desember 2026'],
  ['2026-11-28', '2026-12-04', '28 November – 4 Desember 2026'],
  ['2026-12-28', '2027-01-04', '28 Desember 2026 – 4 Januari 2027'],
])('says %s to %s in as few words as say both', (from, until, words) => {
  expect(formatSpan(from, until)).toBe(words);
});
