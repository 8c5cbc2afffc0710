// What is asked of the server directly, by those who act for the agency: the payroll, attendance, previews. It needs the
// server; what is typed meanwhile stays in its form, and why there is no answer is told as it is.

import { refusalWords } from '#client/i18n/acts.ts';
import type { OfficeResponse } from '#shared/acts/api.ts';
import type { Call } from '#shared/mutations.ts';
import type { Outcome } from '#shared/sync/protocol.ts';
import { type Asked, askServer } from './ask.ts';

/** An act with the id it keeps however often it is sent: it takes effect once. */
export type OfficeCall = Call & { id: string };

export async function actInOffice(calls: readonly OfficeCall[]): Promise<Asked<Outcome[]>> {
  const { domain } = await import('./engine.ts');
  const at = new Date().toISOString();
  const mutations = calls.map(({ id, name, args }) => ({
    id,
    name,
    v: domain.mutations[name]?.version ?? 1,
    args,
    at,
  }));
  const asked = await askServer<OfficeResponse>('/api/office', { mutations });
  return asked.ok ? { ok: true, value: asked.value.outcomes } : asked;
}

/** Why the first act that was refused was; null where all were taken. */
export function firstRefusal(outcomes: readonly Outcome[]): { reason: string; next: string } | null {
  const refused = outcomes.find((outcome) => outcome.result === 'refused');
  return refused?.result === 'refused' ? refusalWords(refused.refusal) : null;
}

/** Acts in one request: attendance of a year of one person is some fifty kilobytes. */
const BATCH = 30;

/** Stops at the first batch that was not taken whole: brought again, what was taken stays as it is. */
export async function inBatches(calls: readonly OfficeCall[]): Promise<Asked<Outcome[]>> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < calls.length; from += BATCH) {
    const asked = await actInOffice(calls.slice(from, from + BATCH));
    if (!asked.ok) return asked;
    outcomes.push(...asked.value);
    if (asked.value.some(({ result }) => result === 'refused')) break;
  }
  return { ok: true, value: outcomes };
}
