// What can go wrong on the way between a device and the server, and inside both.

import type { Failure, Transport } from '#client/sync/transport.ts';
import type { Db } from '#server/db/database.ts';
import { Fault } from '#server/http/problem.ts';
import type { SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';

export const FAULTS = [
  'request lost',
  'answer lost',
  'sent twice',
  'delayed past the next',
  'server killed inside its transaction',
  'cut in the middle',
  'maintenance',
  'session expired',
  'app too old',
  'taken for a copy',
] as const;
export type FaultName = (typeof FAULTS)[number];

export class Killed extends Error {}

export interface Wire {
  /** Asks the real server code; `dying` ends its process before it commits. */
  ask: (request: SyncRequest, options?: { dying: boolean }) => Promise<SyncResponse>;
  /** The next fault, or none. */
  draw: () => FaultName | null;
  /** A request that will arrive later than those after it. */
  delay: (request: SyncRequest) => void;
  /** Mutations in one request that a proxy on the way lets through. */
  most: number;
}

const failed = (failure: Failure) => ({ ok: false as const, failure });
const SIMPLE: { [Name in FaultName]?: Failure } = {
  'request lost': { kind: 'unreachable' },
  'cut in the middle': { kind: 'captive' },
  maintenance: { kind: 'maintenance', until: '2026-11-24T05:00:00.000Z', message: 'Pindah' },
  'session expired': { kind: 'signed-out' },
  'app too old': { kind: 'outdated' },
  // A server that answers device-forked or sequence-gap, rightly or not.
  'taken for a copy': { kind: 'device-forked' },
};

export function faultyTransport({ ask, draw, delay, most }: Wire): Transport {
  return {
    async sync(sent) {
      if (sent.mutations.length > most) return failed({ kind: 'too-large' });
      // What travels is bytes: neither side holds the other's objects.
      const request = structuredClone(sent);
      const fault = draw();
      const simple = fault && SIMPLE[fault];
      if (simple) return failed(simple);
      if (fault === 'delayed past the next') {
        delay(request);
        return failed({ kind: 'unreachable' });
      }
      try {
        const dying = fault === 'server killed inside its transaction';
        const response = await ask(request, { dying });
        if (fault === 'answer lost') return failed({ kind: 'unreachable' });
        return { ok: true, response: fault === 'sent twice' ? await ask(request) : response };
      } catch (error) {
        if (error instanceof Killed) return failed({ kind: 'unreachable' });
        if (!(error instanceof Fault)) throw error;
        const { code, epoch = '', spread = 0 } = error.problem;
        if (code === 'new-epoch') return failed({ kind: 'new-epoch', epoch, spread });
        if (code === 'signed-out') return failed({ kind: code });
        const forked = code === 'device-forked' || code === 'sequence-gap';
        return failed({ kind: forked ? 'device-forked' : 'failed' });
      }
    },
  };
}

/** What one run may ask for: the pages and parts of a simulation are fewer. */
const ASKED_AT_MOST = 400;
/** What one run may be denied: a batch halved until it passes, and two new beginnings, before it tries again later. */
const DENIED_AT_MOST = 12;

/** A transport that ends a run which asks on and on. `begin` starts the count of a run. */
export function bounded(transport: Transport): Transport & { begin: () => void } {
  let asked = 0;
  let denied = 0;
  return {
    begin() {
      asked = 0;
      denied = 0;
    },
    async sync(request) {
      const answer = await transport.sync(request);
      asked += 1;
      denied += answer.ok ? 0 : 1;
      if (asked > ASKED_AT_MOST || denied > DENIED_AT_MOST) throw new Error(`asks on and on, denied ${denied} times`);
      return answer;
    },
  };
}

/** The database of a server that is killed when its transaction has done everything but commit. */
export function dyingDatabase(db: Db): Db {
  const execute = (work: (tx: never) => Promise<unknown>) =>
    db.transaction().execute(async (tx) => {
      await work(tx as never);
      throw new Killed();
    });
  return new Proxy(db, {
    get(target, key) {
      if (key === 'transaction') return () => ({ execute });
      const value = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
