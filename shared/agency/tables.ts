// The agency's own rules.

import { date, instant, json, later, nullable, type RowOf, type Tables, text } from '#shared/sync/table.ts';
import type { PolicyContent, PolicyKind } from './rules/policy.ts';

export const agencyTables = {
  /** The agency's own rules from a day on (shared/agency/rules/policy.ts). */
  policy: {
    columns: {
      kind: text<PolicyKind>(),
      validFrom: date(),
      content: json<PolicyContent>(),
      /** Why it reaches back to days that were past when it was adopted; null where it does not. */
      reason: later(nullable(text()), null),
      at: instant(),
    },
    indexes: ['kind'],
  },
} satisfies Tables;

export type Policy = RowOf<(typeof agencyTables)['policy']>;
