// The server of a simulation: the real code below its HTTP, on a real PostgreSQL, at the time of the simulation. A mutant
// breaks it in one point.

import { actorOf } from '#server/auth/actor.ts';
import { findSession } from '#server/auth/sessions.ts';
import type { Db } from '#server/db/database.ts';
import { Fault } from '#server/http/problem.ts';
import { visibleScopes } from '#server/subjects/people/visibility.ts';
import { actInOffice } from '#server/subjects/sync/office.ts';
import { bring } from '#server/subjects/unsent-files/routes.ts';
import { answerSync } from '#server/sync/answer.ts';
import { contactOf, type SessionContact } from '#server/sync/contact.ts';
import { domain as trueDomain } from '#shared/domain.ts';
import type { Domain } from '#shared/sync/domain.ts';
import type { Failed, QueuedMutation } from '#shared/sync/mutation.ts';
import type { Outcome, SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import type { ImportRequest } from '#shared/unsent-files/api.ts';
import type { BrokenDevice } from './device.ts';
import { dyingDatabase } from './faults.ts';
import { openSession } from './world.ts';

export interface Asked {
  db: Db;
  tenant: string;
  request: SyncRequest;
  now: Date;
}

/** A part of an engine broken on purpose. */
export interface Mutant extends BrokenDevice {
  domain?: Domain;
  answer?: (response: SyncResponse) => SyncResponse;
  /** What a broken server does before it answers. */
  before?: (asked: Asked) => Promise<unknown>;
  /** How a broken server bounds what comes in a session. */
  session?: (contact: SessionContact, session: { createdAt: Date }) => SessionContact;
  /** What a broken server does when it has refused a request. */
  refused?: (asked: Asked, problem: Fault['problem']) => Promise<unknown>;
  /** What somebody does to the database before it is checked. */
  tamper?: (db: Db, tenant: string) => Promise<unknown>;
}

export interface ServerInput {
  db: Db;
  tenant: string;
  /** In milliseconds since 1970; moves on with each request. */
  clock: { now: number };
  /** Rows in one answer. */
  page: number;
  mutant: Mutant;
}

const failed: Failed = (error) => {
  throw error;
};

export class SimulatedServer {
  readonly db: Db;
  readonly tenant: string;
  readonly clock: { now: number };
  readonly domain: Domain;
  #page: number;
  #mutant: Mutant;
  #sessions = 0;

  constructor({ db, tenant, clock, page, mutant }: ServerInput) {
    this.db = db;
    this.tenant = tenant;
    this.clock = clock;
    this.domain = mutant.domain ?? trueDomain;
    this.#page = page;
    this.#mutant = mutant;
  }

  /** Answers the token of a new session. */
  async signIn(employee: string, key: string): Promise<string> {
    this.#sessions += 1;
    const token = `${this.tenant} ${this.#sessions}`;
    const { db, tenant, clock } = this;
    await openSession(db, { tenant, employee, token, key, now: new Date(clock.now) });
    return token;
  }

  async ask(
    token: string,
    request: SyncRequest,
    { dying = false, failed: hear = failed }: { dying?: boolean; failed?: Failed } = {},
  ): Promise<SyncResponse> {
    this.clock.now += 1000;
    const now = new Date(this.clock.now);
    const { db, tenant, domain } = this;
    const asked = { db, tenant, request, now };
    const { before, session: bound, refused, answer } = this.#mutant;
    await before?.(asked);
    const session = await findSession(db, token, now);
    const contact = contactOf(session);
    const actor = actorOf(session);
    try {
      const response = await answerSync({
        db: dying ? dyingDatabase(db) : db,
        ...{ domain, request, now, page: this.#page, actor, history: session.history },
        session: bound?.(contact, session) ?? contact,
        scopesOf: (from, date) => visibleScopes(from, actor, date),
        failed: hear,
        committed: () => undefined,
      });
      const received = JSON.parse(JSON.stringify(response)) as SyncResponse;
      return answer?.(received) ?? received;
    } catch (error) {
      if (error instanceof Fault) await refused?.(asked, error.problem);
      throw error;
    }
  }

  /** A file of unsent work is brought in a session, in parts as the app does it. */
  async bring(token: string, file: ImportRequest): Promise<void> {
    let receipt: string | null = null;
    for (let at = 0; at < file.mutations.length; at += 20) {
      this.clock.now += 1000;
      const session = await findSession(this.db, token, new Date(this.clock.now));
      const part = { ...file, mutations: file.mutations.slice(at, at + 20), ...(receipt && { receipt }) };
      ({ receipt } = await bring(this.#acting(), session, part, failed));
    }
  }

  /** Somebody who holds a role acts for the agency. */
  async actInOffice(token: string, mutation: Omit<QueuedMutation, 'at' | 'v'>): Promise<Outcome | undefined> {
    this.clock.now += 1000;
    const now = new Date(this.clock.now);
    const session = await findSession(this.db, token, now);
    const v = this.domain.mutations[mutation.name]?.version ?? 1;
    const act = { ...mutation, v, at: now.toISOString() };
    return (await actInOffice(this.#acting(), session, [act], failed)).outcomes[0];
  }

  #acting() {
    const { db, clock } = this;
    return { db, clock: () => new Date(clock.now), pokes: { moved: () => undefined } };
  }
}
