import { afterEach, expect, it } from 'vitest';
import { formatMoment, formatMomentLong, tellTimeIn } from './format.ts';

afterEach(() => tellTimeIn(undefined));

it('tells the time of the agency, wherever the device believes to be', () => {
  const at = '2026-11-24T16:30:00.000Z';
  tellTimeIn('Asia/Makassar');
  expect(formatMoment(at, new Date('2026-11-24T17:00:00.000Z'))).toBe('00.30');
  expect(formatMomentLong(at)).toBe('25 Nov 2026 00.30');
  tellTimeIn('Asia/Jakarta');
  expect(formatMoment(at, new Date('2026-11-24T16:45:00.000Z'))).toBe('23.30');
});
