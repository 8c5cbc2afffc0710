import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { formatPlainMoment } from '#client/i18n/format.ts';
import * as field from '#shared/acts/fields.ts';
import { fileNameOf, placeOf, takenAtOf } from './photo-facts.ts';

it('a moment of a camera is kept if it is one', () => {
  expect(takenAtOf('2026:11:12 09:14:05')).toBe('2026-11-12T09:14:05');
  const none = [
    '',
    '0000:00:00 00:00:00',
    '2026:02:31 08:00:00',
    '2026:11:12 25:00:00',
    '    :  :     :  :  ',
    '2026-11-12',
  ];
  for (const words of none) expect(takenAtOf(words), words).toBeNull();
});

it('whatever a camera wrote, the moment can be stored and read', () => {
  const pair = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
  const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
  fc.assert(
    fc.property(year, pair, pair, pair, pair, pair, (y, mo, d, h, mi, s) => {
      const moment = takenAtOf(`${y}:${mo}:${d} ${h}:${mi}:${s}`);
      if (moment === null) return;
      expect(v.is(field.localMoment, moment)).toBe(true);
      expect(formatPlainMoment(moment)).not.toContain('Invalid');
    }),
  );
});

it('a place is kept if there is one', () => {
  expect(placeOf(-2.417078, 115.250281)).toBe('-2.41708,115.25028');
  const none = [
    [Number.NaN, Number.NaN],
    [Number.POSITIVE_INFINITY, 115],
    [undefined, 115],
    [-2, undefined],
    [91, 115],
    [-2, 181],
    [0, 0],
  ] as const;
  for (const [latitude, longitude] of none) expect(placeOf(latitude, longitude)).toBeNull();
});

it('whatever a phone wrote, the place can be stored', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (latitude, longitude) => {
      const place = placeOf(latitude, longitude);
      if (place !== null) expect(v.is(field.coordinates, place), place).toBe(true);
    }),
  );
  expect(v.is(field.coordinates, placeOf(90, -180))).toBe(true);
});

it('whatever a file is called, its name can be stored, and keeps its ending', () => {
  const name = field.requiredText(field.LIMITS.name);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (words) => {
      const cleaned = fileNameOf(`a${words}`);
      expect(v.is(name, cleaned)).toBe(true);
      expect(cleaned.isWellFormed()).toBe(true);
    }),
  );
  expect(fileNameOf('laporan.pdf')).toBe('laporan.pdf');
  expect(fileNameOf(`${'Laporan '.repeat(40)}.pdf`)).toMatch(/^Laporan .*…\.pdf$/);
  expect(fileNameOf(`${'😀'.repeat(150)}.jpg`)).toHaveLength(199);
  // Nothing left: the form calls it a photo.
  expect(fileNameOf('\0 \n')).toBe('');
});
