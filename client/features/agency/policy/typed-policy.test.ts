import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { policyContent } from '#shared/agency/mutations/policy.ts';
import { DEFAULT_POLICIES, type PolicyKind } from '#shared/agency/rules/policy.ts';
import { readRules, typedRules } from './typed-policy.ts';

const KINDS = Object.keys(DEFAULT_POLICIES) as PolicyKind[];
const allowance = (base: string) => typedRules<'allowance'>({ ...DEFAULT_POLICIES.allowance, base: { 8: base } });

describe('rules in a form', () => {
  it.each(KINDS)('of %s are read as they were, and as the server takes them', (kind) => {
    const rules = DEFAULT_POLICIES[kind];
    const read = readRules(typedRules(rules));
    expect(read).toEqual(rules);
    expect(v.is(policyContent[kind], { kind, content: read })).toBe(true);
  });

  it.each(KINDS)('of %s hold no number that is not typed text', (kind) => {
    expect(JSON.stringify(typedRules(DEFAULT_POLICIES[kind]))).not.toMatch(/":\d/);
  });

  it.each([
    ['12.500', '12500'],
    ['2.750.000', '2750000'],
    ['Rp 2.750.000,50', '2750000.5'],
  ])('take a base of %s for %s rupiah', (base, value) => {
    expect(readRules<'allowance'>({ ...allowance('0'), base: { 8: base } })?.base).toEqual({ 8: value });
  });

  it.each(['12.5', '12,500', '', 'dua juta', '-1'])('are none while a base reads %j', (base) => {
    expect(readRules<'allowance'>({ ...allowance('0'), base: { 8: base } })).toBeNull();
  });

  it('keep a percent exact, and take none above a hundred', () => {
    const typed = { ...allowance('0'), absence: '1,25' };
    expect(readRules<'allowance'>(typed)?.absence).toBe('1.25');
    expect(readRules<'allowance'>({ ...typed, absence: '1.250' })).toBeNull();
  });
});
