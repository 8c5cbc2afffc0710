import { expect, it } from 'vitest';
import { plansAsHead } from './heads.ts';

it.each([
  ['JPT', false, true],
  ['JPT', true, true],
  ['JA', false, false],
  ['JA', true, true],
  ['JF', false, false],
  ['JF', true, true],
  ['honorer', false, false],
] as const)('%s, leading an independent unit: %s, plans as a head: %s', (positionKind, leadsUnit, head) => {
  expect(plansAsHead({ positionKind, leadsUnit })).toBe(head);
});

it('nobody without a post does', () => {
  expect(plansAsHead(undefined)).toBe(false);
});
