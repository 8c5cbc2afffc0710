// Whose a cookie is, as far as this process has verified it lately: for limits on requests, which come before any look
// into the database. A cookie that was never verified is nobody's, and counts for the place it came from.

import type { FastifyRequest } from 'fastify';
import { networkOf } from './network.ts';
import { SESSION_COOKIE } from './sessions.ts';

const MOST = 20_000;
/** Milliseconds. */
const LATELY = 10 * 60_000;

export class Recognised {
  #people = new Map<string, { person: string; until: number }>();

  note(token: string, person: string): void {
    this.#people.delete(token);
    this.#people.set(token, { person, until: performance.now() + LATELY });
    const oldest = this.#people.keys().next();
    if (this.#people.size > MOST && !oldest.done) this.#people.delete(oldest.value);
  }

  forget(token: string): void {
    this.#people.delete(token);
  }

  /** Under which a request is counted. */
  keyOf(request: FastifyRequest): string {
    const known = this.#people.get(request.cookies[SESSION_COOKIE] ?? '');
    return known && known.until > performance.now() ? `person ${known.person}` : `place ${networkOf(request.ip)}`;
  }
}

/** A limit for one person; a place with many people, of whom none is recognised yet, may ask so many times more. */
export const perPerson = (max: number) => ({
  max: (_request: FastifyRequest, key: string) => (key.startsWith('person ') ? max : max * 5),
  timeWindow: '1 minute',
});

declare module 'fastify' {
  interface FastifyInstance {
    recognised: Recognised;
  }
}
