// Sends what is pending and takes what is new, until nothing is left to do or something stands in the way.
// The same code runs in a tab and in the service worker; a lock lets one of them work at a time. All it needs is
// injected, so that it also runs in a simulation.

import { LIMITS, PROTOCOL, type SyncRequest } from '#shared/protocol.ts';
import type { Domain } from '#shared/sync/domain.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { retryAt } from './backoff.ts';
import { becomeNewDevice, beginEpoch } from './new-history.ts';
import { receive } from './receive.ts';
import type { LocalStore, OutboxEntry, SyncStatus } from './store.ts';
import type { Failure, Transport } from './transport.ts';

export interface SyncerPorts {
  store: LocalStore;
  transport: Transport;
  domain: Domain;
  actor: Actor;
  /** Version of the app, told to the server. */
  app: string;
  now: () => Date;
  random: () => number;
  newId: () => string;
  /** Runs the work while no other syncer of this store runs. */
  exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Keeps a request well below the server's limit, whatever the entries hold. */
const REQUEST_BYTES = LIMITS.body / 4;

/** One run: returns the status it ended with, which is also kept in the store. */
export function sync(ports: SyncerPorts): Promise<SyncStatus> {
  return ports.exclusively(`sync ${ports.store.name}`, async () => {
    let batch: number = LIMITS.batch;
    for (;;) {
      const request = await prepare(ports, batch);
      // The answer is awaited outside any transaction: no lock on the storage is held through the network.
      const answer = await ports.transport.sync(request);
      if (answer.ok) {
        const { response } = answer;
        const left = await ports.store.write(async (tx) => {
          await receive(tx, response, ports);
          return (await tx.outbox()).some(({ outcome }) => outcome === null);
        });
        if (response.more || left) continue;
        return conclude(ports, { kind: 'settled', at: ports.now().toISOString() }, 0);
      }
      const { failure } = answer;
      if (failure.kind === 'device-forked') {
        await becomeNewDevice(ports.store, ports.newId);
      } else if (failure.kind === 'new-epoch') {
        await beginEpoch(ports.store, failure.epoch, ports.newId);
      } else if (failure.kind === 'too-large' && batch > 1) {
        batch = Math.ceil(batch / 2);
      } else {
        return fail(ports, failure);
      }
    }
  });
}

function prepare({ store, actor, app, newId, now }: SyncerPorts, most: number): Promise<SyncRequest> {
  return store.write(async (tx) => {
    let device = await tx.get('device');
    if (!device) {
      device = { id: newId(), nextSeq: 1 };
      await tx.set('device', device);
    }
    const unsent = (await tx.outbox()).filter(({ outcome }) => outcome === null);
    const batch = firstOf(unsent, most);
    const left = unsent.slice(batch.length);
    return {
      ...{ protocol: PROTOCOL, app, actor: actor.id, device: device.id },
      mutations: batch.map(({ seq, id, name, v, args, at }) => ({ seq, id, name, v, args, at })),
      known: (await tx.get('positions')) ?? {},
      epoch: (await tx.get('epoch')) ?? null,
      settled: (await tx.get('settled')) ?? 0,
      left: { unsent: left.length, oldest: left[0]?.at ?? null, kept: await tx.countAttention() },
      clock: now().toISOString(),
    };
  });
}

function firstOf(entries: readonly OutboxEntry[], most: number): OutboxEntry[] {
  let bytes = 0;
  const taken: OutboxEntry[] = [];
  for (const entry of entries) {
    bytes += JSON.stringify(entry.args).length + 200;
    if (taken.length >= most || (taken.length > 0 && bytes > REQUEST_BYTES)) break;
    taken.push(entry);
  }
  return taken;
}

async function fail(ports: SyncerPorts, failure: Failure): Promise<SyncStatus> {
  const failures = ((await ports.store.read((tx) => tx.get('failures'))) ?? 0) + 1;
  const when = retryAt(failure, failures, ports.now(), ports.random).toISOString();
  switch (failure.kind) {
    case 'signed-out':
    case 'other-person':
    case 'outdated':
      return conclude(ports, { kind: failure.kind }, failures);
    case 'maintenance':
      return conclude(ports, { ...failure, retryAt: when }, failures);
    case 'unreachable':
    case 'captive':
    case 'busy':
      return conclude(ports, { kind: failure.kind, retryAt: when }, failures);
    default:
      return conclude(ports, { kind: 'failed', retryAt: when }, failures);
  }
}

async function conclude({ store }: SyncerPorts, status: SyncStatus, failures: number): Promise<SyncStatus> {
  await store.write(async (tx) => {
    await tx.set('status', status);
    await tx.set('failures', failures);
  });
  return status;
}
