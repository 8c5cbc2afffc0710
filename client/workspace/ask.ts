// The one way in which screens ask the server directly. Only an answer of our own server counts, and only the person for
// whom this tab works is asked for: the session in the cookie may by now be somebody else's. Why there is no answer is told
// as it is.

import { ForeignAnswer, oursOnly } from '#client/sync/index.ts';
import type { ProblemCode } from '#shared/sync/problem.ts';
import { isCurrent, type PersonHere } from './device.ts';

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

/** `code`: the server's own word for it, and `retryAfter`: the seconds to wait, where it gave them. */
export type Asked<Answer> =
  | { ok: true; value: Answer }
  | { ok: false; why: AskFailure; code: ProblemCode | null; retryAfter: number | null };

/** As long as a slow link, or the payroll of a large agency, may take. */
const TIMEOUT_MS = 120_000;

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

let asking: PersonHere | null = null;

/** Whom this tab works for from now on; null: for nobody, who may still read what is open to all. */
export function askFor(person: PersonHere | null): void {
  asking = person;
}

/** What the server answers; a `body` is posted. */
export async function askServer<Answer>(
  path: string,
  body?: object,
  method: 'GET' | 'POST' | 'DELETE' = body ? 'POST' : 'GET',
): Promise<Asked<Answer>> {
  const no = (why: AskFailure) => ({ ok: false, why, code: null, retryAfter: null }) as const;
  if (asking && !(await isCurrent(asking))) return no('signed-out');
  const sent = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  try {
    const response = await oursOnly(fetch)(path, { method, ...sent, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await response.text();
    const content = text === '' ? null : JSON.parse(text);
    if (response.ok) return { ok: true, value: content as Answer };
    const { code = null } = (content ?? {}) as { code?: ProblemCode };
    const retryAfter = Number(response.headers.get('retry-after')) || null;
    return { ok: false, why: (code && WHY[code]) ?? 'failed', code, retryAfter };
  } catch (error) {
    // A page in place of an answer: from a gateway whose server is down, or from a network that wants a sign-in.
    return no(error instanceof ForeignAnswer && error.status < 500 ? 'captive' : 'network');
  }
}
