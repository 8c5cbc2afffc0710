// Sends what is pending and takes what is new, until nothing is left to do or something stands in the way.
// The same code runs in a tab and in the service worker; a lock lets one of them work at a time. All it needs is
// injected, so that it also runs in a simulation.

import type { Domain } from '#shared/sync/domain.ts';
import type { Actor, Failed } from '#shared/sync/mutation.ts';
import { LIMITS, PROTOCOL, type SyncRequest, type SyncResponse } from '#shared/sync/protocol.ts';
import { type DeviceKey, digestOf, signed } from '#shared/sync/signing.ts';
import { retryAt } from './backoff.ts';
import { beforeHeld, isHeld, letGo } from './held.ts';
import { digestsOf, type Made, madeBy } from './made.ts';
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
  failed: Failed;
  /** With which the device proves to be the one of before; null where the browser has none to give. */
  key: () => Promise<DeviceKey | null>;
  /** Runs the work while no other syncer of this store runs. */
  exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

/** Keeps a request well below the server's limit, whatever the entries hold. */
const REQUEST_BYTES = LIMITS.body / 4;
/** So often one run begins anew under another id: a server that asks for it once more is asked again later. */
const NEW_BEGINNINGS = 2;

/** One run: returns the status it ended with, which is also kept in the store. */
export function sync(ports: SyncerPorts): Promise<SyncStatus> {
  return ports.exclusively(`sync ${ports.store.name}`, async () => {
    let batch: number = LIMITS.batch;
    let beginnings = 0;
    const asked = new Set<string>();
    for (;;) {
      const prepared = await prepare(ports, batch);
      const question = questionOf(prepared.request);
      // What was asked already would be answered in the same way for ever.
      if (asked.has(question)) return fail(ports, { kind: 'failed' });
      // The answer is awaited outside any transaction: no lock on the storage is held through the network.
      const answer = await ports.transport.sync(prepared.request);
      if (answer.ok) {
        const { left, heldUntil } = await take(ports, answer.response, prepared);
        if (!left) {
          const at = ports.now().toISOString();
          return conclude(ports, { kind: 'settled', at, ...(heldUntil && { heldUntil }) }, 0);
        }
        asked.add(question);
        continue;
      }
      const { failure } = answer;
      if (failure.kind === 'device-forked' && beginnings < NEW_BEGINNINGS) {
        beginnings += 1;
        await becomeNewDevice(ports.store, ports.newId);
      } else if (failure.kind === 'new-epoch' && beginnings < NEW_BEGINNINGS) {
        beginnings += 1;
        await beginEpoch(ports.store, failure.epoch, ports.newId);
        if (failure.spread > 0) return fail(ports, failure);
      } else if (failure.kind === 'too-large' && batch > 1) {
        batch = Math.ceil(batch / 2);
      } else {
        return fail(ports, failure);
      }
    }
  });
}

/** Takes an answer in. Whether more is to be asked for, or sent; and until when what comes next is held. */
function take(
  ports: SyncerPorts,
  response: SyncResponse,
  { told, made }: Prepared,
): Promise<{ left: boolean; heldUntil: string | undefined }> {
  return ports.store.write(async (tx) => {
    await receive(tx, response, ports, made);
    await tx.set('told', told);
    const [next] = await tx.outboxAfter((await tx.get('answered')) ?? 0, 1);
    const waits = next !== undefined && isHeld(next, ports.now());
    return { left: response.more || (next !== undefined && !waits), heldUntil: waits ? next.heldUntil : undefined };
  });
}

/** What a request asks, in short: the same again where an answer has moved neither the queue nor what is held. */
const questionOf = ({ device, epoch, mutations, known }: SyncRequest): string =>
  JSON.stringify([device, epoch, mutations[0]?.seq ?? null, known]);

interface Prepared {
  request: SyncRequest;
  /** The number up to which the queue is told of with this request. */
  told: number;
  made: Made;
}

async function prepare(ports: SyncerPorts, most: number): Promise<Prepared> {
  const { store, domain, actor, app, newId, now } = ports;
  const { told, made, batch, toTell, unsent, oldest, goesOn, kept, ...held } = await store.write(async (tx) => {
    let device = await tx.get('device');
    if (!device) {
      device = { id: newId(), nextSeq: 1 };
      await tx.set('device', device);
    }
    // Only what this request needs is read: a long queue goes up in many.
    const answered = (await tx.get('answered')) ?? 0;
    const at = now();
    const batch = firstOf(beforeHeld(await tx.outboxAfter(answered, most), at), most);
    await letGo(tx, batch);
    const sent = batch.at(-1)?.seq ?? answered;
    const told = Math.max((await tx.get('told')) ?? 0, sent);
    const [waiting, unsent, [oldest]] = await Promise.all([
      tx.outboxAfter(told, LIMITS.waiting),
      tx.countAfter(sent),
      tx.outboxAfter(sent, 1),
    ]);
    // What may still be taken back is nobody's yet.
    const toTell = beforeHeld(waiting, at);
    return {
      ...{ batch, toTell, unsent, oldest: oldest?.at ?? null, device: device.id },
      goesOn: oldest !== undefined && !isHeld(oldest, at),
      told: toTell.at(-1)?.seq ?? told,
      made: await madeBy(tx, batch),
      known: (await tx.get('positions')) ?? {},
      epoch: (await tx.get('epoch')) ?? null,
      settled: (await tx.get('settled')) ?? 0,
      seal: (await tx.get('seal')) ?? null,
      kept: await tx.countAttention(),
    };
  });
  const mutations = await Promise.all(
    batch.map(async ({ seq, id, name, v, args, at, redoes }) => ({
      ...{ seq, id, name, v, args, at },
      ...(made.has(seq) && { made: await digestsOf(domain, made.get(seq) ?? []) }),
      ...(redoes !== undefined && { redoes }),
    })),
  );
  const request = {
    ...{ protocol: PROTOCOL, app, actor: actor.id, mutations, ...held },
    continues: goesOn,
    left: { unsent, oldest, kept },
    clock: now().toISOString(),
    waiting: await Promise.all(toTell.map(digestOf)),
  };
  return { request: await signed(request, await ports.key()), told, made };
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
    default: {
      // Into a new epoch everybody goes, each in a moment of its own.
      const spread = failure.kind === 'new-epoch' && failure.spread > 0;
      return conclude(ports, { kind: spread ? 'busy' : 'failed', retryAt: when }, failures);
    }
  }
}

async function conclude({ store }: SyncerPorts, status: SyncStatus, failures: number): Promise<SyncStatus> {
  await store.write(async (tx) => {
    await tx.set('status', status);
    await tx.set('failures', failures);
  });
  return status;
}
