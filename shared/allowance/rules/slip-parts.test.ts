import { expect, it } from 'vitest';
import { exact, shown } from '#shared/decimal.ts';
import type { Slip } from './slip.ts';
import { slipParts } from './slip-parts.ts';

const slip = (more: Partial<Slip>) =>
  ({
    ...{ base: '3000000', productivity: { index: '80', weight: '60' }, attendance: { index: '97.5', weight: '40' } },
    ...{ amount: '2610000', adjustments: [], ...more },
  }) as unknown as Slip;

it('is what work and attendance brought, and what neither reached', () => {
  expect(slipParts(slip({}))).toEqual({
    ...{ productivity: '1440000', discipline: '1170000', notReached: '390000', others: '0', adjustments: '0' },
  });
});

it('keeps what lies beside them apart: lines and rounding, and corrections of earlier months', () => {
  const adjustments = [{ amount: '100000' }, { amount: '-25000' }] as Slip['adjustments'];
  const parts = slipParts(slip({ amount: '2500000', adjustments }));
  expect(parts).toMatchObject({ others: '-110000', adjustments: '75000' });
  const paid = [parts.productivity, parts.discipline, parts.others, parts.adjustments];
  expect(shown(paid.reduce((sum, one) => sum.add(one), exact(0)))).toBe('2575000');
});
