// What an agency decides for itself is dated: what began last before a day is in force on it.

/** A policy as it is adopted; `kind` says what its content is. */
export type DatedPolicy = { kind: string; validFrom: string; at: string; content: object };

/**
 * How the policy of a kind is read, with the defaults that hold where none is adopted. Of two that begin on one day the
 * one that was adopted later holds.
 */
export const policyOf =
  <Content extends object>(kind: string, defaults: Content) =>
  (policies: readonly DatedPolicy[], on: string): Content => {
    const begun = policies.filter((policy) => policy.kind === kind && policy.validFrom <= on);
    const last = begun.sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.at.localeCompare(a.at))[0];
    // A policy that was adopted before a rule was known holds the default of that rule.
    return { ...defaults, ...last?.content };
  };
