// What can go wrong on the way between a device and the server, and inside both.

import type { SyncRequest, SyncResponse } from '#shared/protocol.ts';
import type { Failure, Transport } from '../../client/sync/transport.ts';
import type { Db } from '../../server/db/database.ts';
import { Fault } from '../../server/problem.ts';

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
] as const;
export type FaultName = (typeof FAULTS)[number];

export class Killed extends Error {}

export interface Wire {
  /** Asks the real server code; `dying` ends its process before it commits. */
  ask: (request: SyncRequest, options?: { dying: boolean }) => Promise<SyncResponse>;
  /** The next fault, or none. */
  draw: () => FaultName | null;
  /** Requests that arrive later than those after them. */
  late: SyncRequest[];
}

const failed = (failure: Failure) => ({ ok: false as const, failure });
const SIMPLE: { [Name in FaultName]?: Failure } = {
  'request lost': { kind: 'unreachable' },
  'cut in the middle': { kind: 'captive' },
  maintenance: { kind: 'maintenance', until: '2026-11-24T05:00:00.000Z', message: 'Pindah' },
  'session expired': { kind: 'signed-out' },
  'app too old': { kind: 'outdated' },
};

export function faultyTransport({ ask, draw, late }: Wire): Transport {
  return {
    async sync(sent) {
      // What travels is bytes: neither side holds the other's objects.
      const request = structuredClone(sent);
      const fault = draw();
      const simple = fault && SIMPLE[fault];
      if (simple) return failed(simple);
      if (fault === 'delayed past the next') {
        late.push(request);
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
        const forked = code === 'device-forked' || code === 'sequence-gap';
        return failed({ kind: forked ? 'device-forked' : 'failed' });
      }
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
