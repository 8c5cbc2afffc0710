// A device without a browser: the real engine of the app over a store in memory, on a real wire to the real server.

import { dispatch, type LocalCall } from '#client/sync/dispatch.ts';
import { newId } from '#client/sync/ids.ts';
import { MemoryStore } from '#client/sync/memory-store.ts';
import { type SyncerPorts, sync } from '#client/sync/syncer.ts';
import { takeBack } from '#client/sync/take-back.ts';
import { httpTransport } from '#client/sync/transport.ts';
import { domain } from '#shared/domain.ts';
import { deviceKeyOf, newKeyPair } from '#shared/sync/signing.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import type { Row, TableName } from '#shared/tables.ts';
import type { Network } from './network.ts';
import type { Person } from './people.ts';

const AGENCY = 'dishub-hsu';

export interface EngineInput {
  name: string;
  person: Person;
  cookie: string;
  network: Network;
  now?: () => Date;
  roles?: string[];
}

export class EngineDevice {
  readonly name: string;
  readonly person: string;
  readonly memory: MemoryStore;
  readonly network: Network;
  /** Of the session; a new sign-in changes it. */
  cookie: string;
  #ports: SyncerPorts;

  constructor({ name, person: { id }, cookie, network, now = () => new Date(), roles = [] }: EngineInput) {
    this.name = name;
    this.person = id;
    this.network = network;
    this.cookie = cookie;
    this.memory = new MemoryStore(name);
    const fetchAsPerson: typeof fetch = (path, init) =>
      fetch(new URL(String(path), network.origin), { ...init, headers: { ...init?.headers, cookie: this.cookie } });
    const key = newKeyPair().then(deviceKeyOf);
    let turn: Promise<unknown> = Promise.resolve();
    this.#ports = {
      ...{ store: this.memory, domain, newId, app: 'engine', random: Math.random, now, failed: console.error },
      key: () => key,
      actor: { id, tenant: AGENCY, timeZone: 'Asia/Makassar', roles },
      transport: httpTransport(fetchAsPerson),
      exclusively: (_name, work) => {
        const mine = turn.then(work);
        turn = mine.catch(() => undefined);
        return mine;
      },
    };
  }

  rows<Name extends TableName>(table: Name, scope?: string): Row<Name>[] {
    return [...this.memory.state.rows.values()].flatMap((held) =>
      held.table === table && (scope === undefined || (held.row as SyncRow).scope === scope)
        ? [held.row as unknown as Row<Name>]
        : [],
    );
  }

  sync(): Promise<{ kind: string; retryAt?: string }> {
    return sync(this.#ports);
  }

  /** Fails where the device itself refuses. `hold`: it may be taken back for a moment. */
  async act(calls: LocalCall[], { hold = false } = {}): Promise<void> {
    const done = await dispatch(this.#ports, calls, { hold });
    if (!done.ok) throw new Error(`${this.name} refused ${calls[done.index]?.name}: ${JSON.stringify(done.refusal)}`);
  }

  /** False where it is too late. */
  takeBack(ids: readonly string[]): Promise<boolean> {
    return takeBack(this.#ports, ids);
  }

  close(): void {
    this.network.close();
  }
}
