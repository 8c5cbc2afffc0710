// A device for tests of the server: it has a key of its own, numbers what it sends, and signs it as the app does.

import { randomUUID } from 'node:crypto';
import { PROTOCOL, type SyncRequest, type SyncResponse } from '#shared/sync/protocol.ts';
import { type DeviceKey, deviceKeyOf, newKeyPair, signed } from '#shared/sync/signing.ts';
import type { TestServer } from './server.ts';

export type Sent = Omit<SyncRequest['mutations'][number], 'seq'>;

export interface Person {
  id: string;
  cookie: string;
}

export class TestDevice {
  id = randomUUID();
  key: DeviceKey | null;
  #server: TestServer;
  #person: Person;
  /** What the last answer told. */
  held: Pick<SyncRequest, 'known' | 'epoch' | 'settled' | 'seal'> = { known: {}, epoch: null, settled: 0, seal: null };
  #sent = 0;

  private constructor(server: TestServer, person: Person, key: DeviceKey | null) {
    this.#server = server;
    this.#person = person;
    this.key = key;
  }

  static async create(server: TestServer, person: Person, { key = true } = {}): Promise<TestDevice> {
    return new TestDevice(server, person, key ? await deviceKeyOf(await newKeyPair()) : null);
  }

  /** The same device under another id, as after a fork. */
  beginAnew(): void {
    this.id = randomUUID();
    this.#sent = 0;
    this.held = { ...this.held, settled: 0, seal: null };
  }

  /** Sends as it is; the answer is taken in where there is one. */
  async send(mutations: readonly Sent[], more: Partial<SyncRequest> = {}) {
    const numbered = mutations.map((mutation, index) => ({ ...mutation, seq: this.#sent + index + 1 }));
    const request = {
      ...{ protocol: PROTOCOL, app: 'test', actor: this.#person.id, device: this.id, mutations: numbered },
      ...{ continues: false, left: null, waiting: [], ...this.held },
      clock: this.#server.time.now.toISOString(),
      ...more,
    };
    const { proof, clock, ...rest } = await signed({ ...request, clock: request.clock ?? '' }, this.key);
    const payload = {
      ...rest,
      ...(clock && { clock }),
      ...(proof && { proof }),
      ...(more.proof && { proof: more.proof }),
    };
    const headers = { cookie: this.#person.cookie };
    const response = await this.#server.app.inject({ method: 'POST', url: '/api/sync', headers, payload });
    if (response.statusCode === 200) {
      this.#sent += mutations.length;
      const { positions: known, epoch, lastSeq: settled, seal } = response.json<SyncResponse>();
      if (seal !== null) this.held = { known, epoch, settled, seal };
    }
    return response;
  }

  async sync(mutations: readonly Sent[], more: Partial<SyncRequest> = {}): Promise<SyncResponse> {
    const response = await this.send(mutations, more);
    if (response.statusCode !== 200) throw new Error(response.body);
    return response.json();
  }
}
