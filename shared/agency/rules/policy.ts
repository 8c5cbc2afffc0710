// What agencies decide for themselves, by subject. Each kind is declared and read where its subject is; here they are one
// list, for those who keep them.

import { type AllowancePolicy, allowancePolicyOn, DEFAULT_ALLOWANCE } from '#shared/allowance/rules/policy.ts';
import { DEFAULT_PERFORMANCE, type PerformancePolicy, performancePolicyOn } from '#shared/evaluation/rules/policy.ts';
import { DEFAULT_LEAVE, type LeavePolicy, leavePolicyOn } from '#shared/leave/rules/policy.ts';
import type { DatedPolicy } from '#shared/time/dated.ts';
import { DEFAULT_TIME, type TimePolicy, timePolicyOn } from '#shared/time-rules/rules/policy.ts';

export type Policies = {
  performance: PerformancePolicy;
  time: TimePolicy;
  allowance: AllowancePolicy;
  leave: LeavePolicy;
};
export type PolicyKind = keyof Policies;
export type PolicyContent = Policies[PolicyKind];

export const DEFAULT_POLICIES: Policies = {
  performance: DEFAULT_PERFORMANCE,
  time: DEFAULT_TIME,
  allowance: DEFAULT_ALLOWANCE,
  leave: DEFAULT_LEAVE,
};

const readers: { [Kind in PolicyKind]: (policies: readonly DatedPolicy[], on: string) => Policies[Kind] } = {
  performance: performancePolicyOn,
  time: timePolicyOn,
  allowance: allowancePolicyOn,
  leave: leavePolicyOn,
};

/** The policy of a kind that is in force on a day. */
export const policyOn = <Kind extends PolicyKind>(policies: readonly DatedPolicy[], kind: Kind, on: string) =>
  readers[kind](policies, on);
