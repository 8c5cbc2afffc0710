// The engine-only devices that make the load in which a server is killed.

import type { LocalCall } from '#client/sync/dispatch.ts';
import { newId } from '#client/sync/ids.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import type { Made } from '../simulation/device.ts';
import { EngineDevice, type EngineInput } from '../support/engine-device.ts';
import { Network } from '../support/network.ts';
import type { Person } from '../support/people.ts';

/** What people did on all devices. */
export interface People {
  made: Made[];
  /** What they took back in time, by the device. */
  takenBack: Map<string, string>;
}

export class Engine extends EngineDevice {
  #made: Made[];
  #takenBack: Map<string, string>;

  private constructor(input: EngineInput, { made, takenBack }: People) {
    super(input);
    this.#made = made;
    this.#takenBack = takenBack;
  }

  static async open(input: { name: string; person: Person; cookie: string; port: number; people: People }) {
    const { port, people, ...rest } = input;
    return new Engine({ ...rest, network: await Network.to(port) }, people);
  }

  /** Logs some entries, and changes and submits some of those before. */
  async work(entries: number): Promise<void> {
    const drafts = this.#own()
      .filter(({ state, title }) => state === 'draft' && title.startsWith('Kacau'))
      .slice(0, 3);
    await this.act([
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
    await this.act(
      drafts.slice(0, most).map(({ id, revision }) => ({ name: 'activity.delete', args: { id, revision } })),
    );
  }

  /** Logs an entry that may be taken back for a moment; answers its act. */
  async logForNow(): Promise<string> {
    const id = newId();
    await this.act([{ ...this.#entry(), id }], { hold: true });
    return id;
  }

  /** Takes an act back, in time or too late. */
  async changeMind(id: string): Promise<void> {
    if (!(await this.takeBack([id]))) return;
    this.#made.splice(0, this.#made.length, ...this.#made.filter((made) => made.id !== id));
    this.#takenBack.set(id, this.name);
  }

  #own() {
    return this.rows('activity', workScope(this.person));
  }

  /** A result of the own plan, for the entries to support. */
  #result(): string {
    const [found] = this.rows('result', planScope(this.person));
    if (!found) throw new Error(`${this.person} has no result`);
    return found.id;
  }

  override async act(calls: LocalCall[], options: { hold?: boolean } = {}): Promise<void> {
    const before = new Set([...this.memory.state.outbox.values()].map(({ id }) => id));
    await super.act(calls, options);
    const entries = [...this.memory.state.outbox.values()].sort((a, b) => a.seq - b.seq);
    const device = this.name;
    for (const { id, name } of entries) if (!before.has(id)) this.#made.push({ id, device, name });
  }

  #entry(): LocalCall {
    const date = plainDate(Date.now(), 'Asia/Makassar');
    return {
      name: 'activity.log',
      args: {
        ...{ id: newId(), resultId: this.#result(), date, title: 'Kacau', description: '' },
        ...{ time: { start: null, end: null, minutes: 5 }, output: { quantity: 1, unit: 'unit' } },
      },
    };
  }
}
