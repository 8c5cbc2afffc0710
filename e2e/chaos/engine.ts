// A device without a browser: the real engine of the app over a store in memory, on a real wire to the real server. Many
// of them make the load in which a server is killed.

import { domain } from '#shared/domain.ts';
import { type Activity, planScope, workScope } from '#shared/tables.ts';
import { dispatch, type LocalCall } from '../../client/sync/dispatch.ts';
import { newId } from '../../client/sync/ids.ts';
import { MemoryStore } from '../../client/sync/memory-store.ts';
import { type SyncerPorts, sync } from '../../client/sync/syncer.ts';
import { httpTransport } from '../../client/sync/transport.ts';
import { Network } from '../network.ts';
import type { Person } from '../people.ts';
import type { Made } from '../simulation/device.ts';

const AGENCY = 'dishub-hsu';

export class Engine {
  readonly name: string;
  readonly person: string;
  readonly memory: MemoryStore;
  readonly network: Network;
  #made: Made[];
  #ports: SyncerPorts;

  private constructor(name: string, { id }: Person, network: Network, made: Made[], cookie: string) {
    this.name = name;
    this.person = id;
    this.network = network;
    this.#made = made;
    this.memory = new MemoryStore(name);
    const fetchAsPerson: typeof fetch = (path, init) =>
      fetch(new URL(String(path), network.origin), { ...init, headers: { ...init?.headers, cookie } });
    let turn: Promise<unknown> = Promise.resolve();
    this.#ports = {
      ...{ store: this.memory, domain, newId, app: 'chaos', random: Math.random },
      now: () => new Date(),
      actor: { id, tenant: AGENCY, timeZone: 'Asia/Makassar', roles: [] },
      transport: httpTransport(fetchAsPerson),
      exclusively: (_name, work) => {
        const mine = turn.then(work);
        turn = mine.catch(() => undefined);
        return mine;
      },
    };
  }

  static async open(input: { name: string; person: Person; cookie: string; port: number; made: Made[] }) {
    return new Engine(input.name, input.person, await Network.to(input.port), input.made, input.cookie);
  }

  /** Logs some entries, and changes and submits some of those before. */
  async work(entries: number): Promise<void> {
    const drafts = this.#own()
      .filter(({ state, title }) => state === 'draft' && title.startsWith('Kacau'))
      .slice(0, 3);
    await this.#act([
      ...Array.from({ length: entries }, () => this.#entry()),
      ...drafts.map(({ id, title }) => ({
        name: 'activity.edit',
        args: { id, edits: { title: { from: title, to: `${title}.` } } },
      })),
      ...drafts.slice(0, 1).map(({ id }) => ({ name: 'activity.submit', args: { id } })),
    ]);
  }

  /** Deletes some of the own drafts. */
  async erase(most: number): Promise<void> {
    const drafts = this.#own().filter(({ state, title }) => state === 'draft' && title.startsWith('Kacau'));
    await this.#act(
      drafts.slice(0, most).map(({ id, revision }) => ({ name: 'activity.delete', args: { id, revision } })),
    );
  }

  #own(): Activity[] {
    return [...this.memory.state.rows.values()].flatMap(({ table, row }) =>
      table === 'activity' && row.scope === workScope(this.person) ? [row as unknown as Activity] : [],
    );
  }

  /** A result of the own plan, for the entries to support. */
  #result(): string {
    const scope = planScope(this.person);
    const [found] = [...this.memory.state.rows.values()].filter(
      ({ table, row }) => table === 'result' && row.scope === scope,
    );
    if (!found) throw new Error(`${this.person} has no result`);
    return found.row.id;
  }

  sync(): Promise<{ kind: string; retryAt?: string }> {
    return sync(this.#ports);
  }

  close(): void {
    this.network.close();
  }

  async #act(calls: LocalCall[]): Promise<void> {
    const before = new Set([...this.memory.state.outbox.values()].map(({ id }) => id));
    const done = await dispatch(this.#ports, calls);
    if (!done.ok) throw new Error(`the device itself refused: ${done.refusal.code}`);
    const entries = [...this.memory.state.outbox.values()].sort((a, b) => a.seq - b.seq);
    const device = this.name;
    for (const { id, name } of entries) if (!before.has(id)) this.#made.push({ id, device, name });
  }

  #entry(): LocalCall {
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar' }).format(new Date());
    return {
      name: 'activity.log',
      args: {
        ...{ id: newId(), resultId: this.#result(), date, title: 'Kacau', description: '' },
        ...{ time: { start: null, end: null, minutes: 5 }, output: { quantity: 1, unit: 'unit' } },
      },
    };
  }
}
