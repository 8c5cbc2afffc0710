// What is asked of the server directly, by those who act for the agency: the payroll, attendance, previews. It needs the
// server; what is typed meanwhile stays in its form, and why there is no answer is told as it is.

import type { Call } from '#shared/mutations/index.ts';
import type { OfficeResponse, Outcome, ProblemCode } from '#shared/protocol.ts';
import { refusalWords } from './i18n/acts.ts';

/** Why the server gave no answer. `captive`: something between us and the server answered; `wrong`: it does not take what was sent. */
export type AskFailure =
  | 'network'
  | 'captive'
  | 'signed-out'
  | 'forbidden'
  | 'wrong'
  | 'not-found'
  | 'too-large'
  | 'maintenance'
  | 'busy'
  | 'failed';

export type Asked<Answer> = { ok: true; value: Answer } | { ok: false; why: AskFailure };

/** A request on a 2G link takes long; a dead link must not hold the screen for ever. */
const TIMEOUT_MS = 60_000;

const WHY: { [Code in ProblemCode]?: AskFailure } = {
  'signed-out': 'signed-out',
  'other-person': 'signed-out',
  forbidden: 'forbidden',
  malformed: 'wrong',
  'not-found': 'not-found',
  'too-large': 'too-large',
  maintenance: 'maintenance',
  busy: 'busy',
  'too-many-requests': 'busy',
};

/** What the server answers; a `body` is posted. */
export async function askServer<Answer>(
  path: string,
  body?: object,
  method: 'GET' | 'POST' | 'DELETE' = body ? 'POST' : 'GET',
): Promise<Asked<Answer>> {
  const sent = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  try {
    const response = await fetch(path, { method, ...sent, signal: AbortSignal.timeout(TIMEOUT_MS) });
    return await read<Answer>(response);
  } catch {
    return { ok: false, why: 'network' };
  }
}

/** Only an answer of our own server counts: a page in its place is of a gateway or of a network that wants a sign-in. */
async function read<Answer>(response: Response): Promise<Asked<Answer>> {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.startsWith('application/json')) return { ok: true, value: (await response.json()) as Answer };
  if (type.startsWith('application/problem+json')) {
    const { code } = (await response.json()) as { code?: ProblemCode };
    return { ok: false, why: (code && WHY[code]) ?? 'failed' };
  }
  return { ok: false, why: response.status >= 500 ? 'network' : 'captive' };
}

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
