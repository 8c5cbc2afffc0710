import { expect, it } from 'vitest';
import { BEHAVIOURS } from './behaviour.ts';

it('are seven values that spell BerAKHLAK, each with three standard behaviours', () => {
  expect(BEHAVIOURS.map(({ name }) => name.replace('Berorientasi Pelayanan', 'Ber')[0]).join('')).toBe('BAKHLAK');
  for (const { standard } of BEHAVIOURS) expect(new Set(standard).size).toBe(3);
});
