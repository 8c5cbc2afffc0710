// Every error a client can get: application/problem+json (RFC 9457) with a stable code, never a stack trace.

import type { Problem, ProblemCode } from '#shared/sync/problem.ts';

const problems: Record<ProblemCode, { status: number; title: string }> = {
  malformed: { status: 400, title: 'The request is not of the form this route takes' },
  'signed-out': { status: 401, title: 'No valid session' },
  'wrong-credentials': { status: 401, title: 'NIP or password is wrong' },
  left: { status: 403, title: 'The holder of the account has no post in the agency any more' },
  forbidden: { status: 403, title: 'Not allowed' },
  unsigned: { status: 403, title: 'The file does not prove whose work it is; its owner may bring it' },
  'other-person': { status: 403, title: 'The session belongs to another person than the queue' },
  'not-found': { status: 404, title: 'Not found' },
  'device-forked': { status: 409, title: 'The device has two histories; take a new device id and queue again' },
  'new-epoch': { status: 409, title: 'The server was restored; send again what it had acknowledged, pull anew' },
  'sequence-gap': { status: 409, title: 'A number is missing before this batch' },
  'too-large': { status: 413, title: 'The request is too large' },
  outdated: { status: 426, title: 'The app is older than the server; update it, the queue stays' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'The server failed' },
  maintenance: { status: 503, title: 'Under maintenance' },
  busy: { status: 503, title: 'The server is busy' },
};

type Details = Partial<Pick<Problem, 'detail' | 'until' | 'message' | 'expected' | 'epoch' | 'spread'>>;

export class Fault extends Error {
  readonly problem: Problem;
  /** Seconds, for the Retry-After header. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, details: Details = {}, retryAfter?: number) {
    super(problems[code].title);
    this.problem = { type: `urn:kerjaku:problem:${code}`, ...problems[code], code, ...details };
    this.retryAfter = retryAfter;
  }
}

export const fault = (code: ProblemCode, details?: Details, retryAfter?: number) =>
  new Fault(code, details, retryAfter);

/**
 * Error codes of a database that stops, starts, is out of reach or took too long (PostgreSQL appendix A, classes 08, 25P03,
 * 53, 55P03 and 57; Node), and what pg says where there is no code.
 */
const AWAY = /^(08\w{3}|25P03|40001|40P01|53300|55P03|57014|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const AWAY_WORDS =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** A database that restarts or is slow is no mistake of anybody's: the device comes back in a moment. */
export function databaseIsAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && AWAY.test(String(error.code))) || AWAY_WORDS.test(error.message);
}

/** What a client may know of any error. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (databaseIsAway(error)) return fault('busy', { detail: 'the database does not answer' }, 5);
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return fault('too-large');
  if (status === 429) return fault('too-many-requests', {}, 30);
  if (status === 404) return fault('not-found');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return fault('malformed', { detail: error instanceof Error ? error.message : undefined });
  }
  return fault('internal');
}
