import { describe, expect, it } from 'vitest';
import type { Assignment } from '#shared/people/tables.ts';
import { officialOf, superiorsOf } from './leave-official.ts';
import type { LeavePolicy } from './policy.ts';

const ON = '2026-11-24';
const post = (employeeId: string, supervisorId: string | null, validUntil: string | null = null) =>
  ({
    ...{ employeeId, supervisorId, headsAgency: supervisorId === null, kind: 'definitive' },
    ...{ validFrom: '2026-01-01', validUntil },
  }) as Assignment;
/** budi works for ani, ani for the secretary, the secretary for the head. */
const POSTS = [post('budi', 'ani'), post('ani', 'secretary'), post('secretary', 'head'), post('head', null)];
const rule = (official: LeavePolicy['official'], of: Partial<LeavePolicy> = {}) => ({
  ...{ official, namedId: official === 'named' ? 'siti' : null, headNamedId: null, ...of },
});
const official = (employee: string, policy: ReturnType<typeof rule>, posts = POSTS) =>
  officialOf(employee, superiorsOf(posts, employee, ON), policy);

describe('the superiors of an employee', () => {
  it('go up to the head', () => {
    expect(superiorsOf(POSTS, 'budi', ON)).toEqual({ ids: ['ani', 'secretary', 'head'], whole: true });
    expect(superiorsOf(POSTS, 'head', ON)).toEqual({ ids: [], whole: true });
  });

  it('end where the next one is not named yet, who is not the head for that', () => {
    const open = [post('budi', 'ani'), { ...post('ani', null), headsAgency: false }];
    expect(superiorsOf(open, 'budi', ON)).toEqual({ ids: ['ani'], whole: false });
    expect(superiorsOf(open, 'ani', ON)).toEqual({ ids: [], whole: false });
  });

  it('end where nothing more is known, and in a ring', () => {
    expect(superiorsOf(POSTS.slice(0, 2), 'budi', ON)).toEqual({ ids: ['ani', 'secretary'], whole: false });
    expect(superiorsOf([post('budi', 'ani', '2026-10-31')], 'budi', ON)).toEqual({ ids: [], whole: false });
    expect(superiorsOf([post('budi', 'ani'), post('ani', 'budi')], 'budi', ON)).toEqual({ ids: ['ani'], whole: false });
  });
});

describe('who decides on the leave', () => {
  const NAMED = { namedId: 'siti' };
  it.each([
    ['above-superior', 'budi', 'secretary'],
    ['above-superior', 'ani', 'head'],
    // Nobody is above the superior: the head considers and decides.
    ['above-superior', 'secretary', 'head'],
    ['above-superior', 'head', null],
    ['head', 'budi', 'head'],
    ['head', 'secretary', 'head'],
    ['head', 'head', null],
    ['named', 'budi', 'siti'],
    ['named', 'secretary', 'siti'],
    ['named', 'head', null],
  ] as const)('by the rule %s of %s is %s', (by, employee, expected) => {
    expect(official(employee, rule(by))).toBe(expected);
  });

  it('of the one who is named is the head', () => {
    expect(official('siti', rule('named', NAMED), [...POSTS, post('siti', 'ani')])).toBe('head');
  });

  it('of the head is who is named for that, never the head', () => {
    expect(official('head', rule('head', { headNamedId: 'siti' }))).toBe('siti');
    expect(official('head', rule('head', { headNamedId: 'head' }))).toBeNull();
  });

  it('is not told by posts that do not reach so far', () => {
    const known = POSTS.slice(0, 1);
    expect(official('budi', rule('above-superior'), known)).toBeUndefined();
    expect(official('budi', rule('head'), known)).toBeUndefined();
    expect(official('budi', rule('above-superior'), POSTS.slice(0, 2))).toBe('secretary');
    expect(official('nobody', rule('head'))).toBeUndefined();
  });
});
