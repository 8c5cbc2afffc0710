// A device of a simulation: the real engine of the browser over a store in memory, and a person who acts on it.

import { activityFieldsOf } from '#shared/mutations/activity.ts';
import type { Call } from '#shared/mutations/index.ts';
import { activityStates } from '#shared/rules/states.ts';
import { addDays } from '#shared/rules/working-time.ts';
import type { Domain } from '#shared/sync/domain.ts';
import { plainDate } from '#shared/sync/plain-date.ts';
import { deviceKeyOf, newKeyPair } from '#shared/sync/signing.ts';
import { type Activity, type Conflict, type Evidence, workScope } from '#shared/tables.ts';
import { dispatch, type LocalCall } from '../../client/sync/dispatch.ts';
import { uuidv7 } from '../../client/sync/ids.ts';
import { clearSynced } from '../../client/sync/leave.ts';
import { MemoryStore } from '../../client/sync/memory-store.ts';
import type { LocalStore } from '../../client/sync/store.ts';
import { type SyncerPorts, sync } from '../../client/sync/syncer.ts';
import type { Transport } from '../../client/sync/transport.ts';
import { Killed } from './faults.ts';
import type { Random } from './random.ts';
import { actorOf, EMPLOYEES, resultOf } from './world.ts';

/** A mutation that a person made: it was told that it is saved. */
export interface Made {
  id: string;
  device: string;
  name: string;
}

/** Parts of a device that are broken on purpose, to show that a check finds it. */
export interface BrokenDevice {
  store?: (store: LocalStore) => LocalStore;
  /** The lock of a process that was killed stays behind. */
  keepsLock?: boolean;
  /** Signing out clears the device, whatever lies on it. */
  forgetsAtSignOut?: boolean;
}

export interface DeviceInput {
  name: string;
  person: string;
  tenant: string;
  /** The app as it is installed, and the newer one that it can be updated to. */
  app: Domain;
  newApp: Domain;
  transport: Transport;
  random: Random;
  /** The true time; the device's own clock is off by `skew`. */
  now: () => number;
  made: Made[];
  broken: BrokenDevice;
}

/** A rule that breaks ends the simulation. */
const failed = (error: unknown) => {
  throw error;
};

const ZONE = 'Asia/Makassar';

export class SimulatedDevice {
  readonly name: string;
  readonly person: string;
  memory: MemoryStore;
  skew = 0;
  /** Operations of the storage until the process is killed; negative: it lives. */
  killIn = -1;
  signedIn = true;
  #input: DeviceInput;
  #ports: SyncerPorts;
  #locked = false;

  constructor(input: DeviceInput) {
    const { name, person, random, app, transport, tenant } = input;
    this.name = name;
    this.person = person;
    this.#input = input;
    this.memory = this.#emptyMemory();
    const key = newKeyPair().then(deviceKeyOf);
    const now = () => new Date(input.now() + this.skew);
    const bytes = () => Uint8Array.from({ length: 16 }, () => random.below(256));
    this.#ports = {
      ...{ domain: app, transport, now, app: 'simulation', actor: actorOf(tenant, person), random: random.next },
      store: this.#storeOn(this.memory),
      newId: () => uuidv7(now().getTime(), bytes()),
      failed,
      key: () => key,
      exclusively: (_name, work) => this.#exclusively(work),
    };
  }

  rows<Row>(table: string): Row[] {
    return [...this.memory.state.rows.values()].flatMap((held) => (held.table === table ? [held.row as Row] : []));
  }

  /** Does something that the person could do now; tells what. */
  async act(): Promise<string> {
    if (!this.signedIn) return 'signed out';
    const calls = this.#choose();
    if (calls.length === 0) return 'nothing to do';
    const before = new Set([...this.memory.state.outbox.values()].map(({ id }) => id));
    const done = await dispatch(this.#ports, calls.map(this.#asApp));
    const { name: device } = this;
    const entries = [...this.memory.state.outbox.values()].sort((a, b) => a.seq - b.seq);
    for (const { id, name } of entries) if (!before.has(id)) this.#input.made.push({ id, device, name });
    const words =
      calls.length > 3 ? `${calls.length} times ${calls[0]?.name}` : calls.map(({ name }) => name).join(', ');
    return `${words}: ${done.ok ? 'saved' : done.refusal.code}`;
  }

  async sync(): Promise<string> {
    if (!this.signedIn) return 'signed out';
    return (await sync(this.#ports)).kind;
  }

  /** With nothing left to send the person's data leaves the device; else it stays until they come back. */
  async signOut(): Promise<string> {
    this.signedIn = false;
    const { outbox, attention } = this.memory.state;
    if (this.#input.broken.forgetsAtSignOut) {
      this.memory = this.#emptyMemory();
      this.#ports.store = this.#storeOn(this.memory);
    } else if (outbox.size + attention.size === 0) {
      await clearSynced(this.#ports.store);
      return 'signs out, and is cleared';
    }
    return 'signs out, its work stays';
  }

  signIn(): void {
    this.signedIn = true;
  }

  update(): void {
    this.#ports.domain = this.#input.newApp;
  }

  #emptyMemory(): MemoryStore {
    return new MemoryStore(this.name, () => {
      if (this.killIn >= 0 && this.killIn-- === 0) throw new Killed();
    });
  }

  #storeOn(memory: MemoryStore): LocalStore {
    return this.#input.broken.store?.(memory) ?? memory;
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (this.#locked) throw new Error('the lock is held by a process that is gone');
    try {
      return await work();
    } catch (error) {
      if (error instanceof Killed && this.#input.broken.keepsLock) this.#locked = true;
      throw error;
    }
  }

  /** The older app writes evidence in its own shape. */
  #asApp = (call: Call): LocalCall => {
    const version = this.#ports.domain.mutations[call.name]?.version;
    if (call.name !== 'evidence.attach' || call.args.kind !== 'file' || version !== 1) return call;
    const { thumbnail: _unknown, takenAt: _too, place: _three, ...args } = call.args;
    return { name: call.name, args };
  };

  #choose(): Call[] {
    return EMPLOYEES.some((id) => id === this.person) ? this.#work() : this.#decide();
  }

  #work(): Call[] {
    const { random } = this.#input;
    const scope = workScope(this.person);
    const mine = this.rows<Activity>('activity').filter((row) => row.scope === scope);
    const editable = mine.filter(({ state }) => activityStates[state].edit);
    // Now and then something that the rules do not allow.
    const one = random.maybe(random.chance(0.8) ? editable : mine);
    switch (random.below(10)) {
      case 0:
        // The day before, copied.
        return Array.from({ length: 20 + random.below(30) }, () => this.#log());
      case 1:
        return Array.from({ length: 1 + random.below(3) }, () => this.#log());
      case 2:
      case 3: {
        if (!one) return [this.#log()];
        const { title, description } = activityFieldsOf(one);
        const to = `kata ${random.below(1000)}`;
        const edits = random.chance(0.5) ? { title: { from: title, to } } : { description: { from: description, to } };
        return [{ name: 'activity.edit', args: { id: one.id, edits } }];
      }
      case 4:
        return one ? [{ name: 'activity.delete', args: { id: one.id, revision: one.revision } }] : [];
      case 5: {
        const open = this.rows<Conflict>('conflict').filter((row) => row.scope === scope && row.state === 'open');
        const conflict = random.maybe(open);
        return conflict ? [{ name: 'conflict.settle', args: { id: conflict.id, in: 'work' } }] : [];
      }
      case 6:
        return one ? [this.#attach(one)] : [];
      case 7: {
        const evidence = random.maybe(this.rows<Evidence>('evidence').filter((row) => row.scope === scope));
        if (!evidence) return [];
        return [{ name: 'evidence.detach', args: { id: evidence.id, activityId: evidence.activityId } }];
      }
      default: {
        const ready = mine.filter(({ state }) => activityStates[state].submit);
        return ready.slice(0, 60).map(({ id }) => ({ name: 'activity.submit', args: { id } }));
      }
    }
  }

  #log(): Call {
    const { random, now } = this.#input;
    const today = plainDate(new Date(now() + this.skew).toISOString(), ZONE);
    const { newId } = this.#ports;
    return {
      name: 'activity.log',
      args: {
        ...{ id: newId(), resultId: resultOf(this.person), date: addDays(today, -random.below(10)) },
        ...{ title: `Kegiatan ${random.below(1000)}`, description: '' },
        ...{ time: { start: null, end: null, minutes: 30 }, output: { quantity: 1, unit: 'berkas' } },
      },
    };
  }

  #attach({ id: activityId }: Activity): Call {
    const { random } = this.#input;
    const base = { id: this.#ports.newId(), activityId, name: 'Bukti' };
    if (random.chance(0.3))
      return { name: 'evidence.attach', args: { ...base, kind: 'link', url: 'https://a.go.id/b' } };
    const sha256 = String(random.below(10)).repeat(64);
    const notes = { thumbnail: sha256, takenAt: '2026-11-24T09:00:00', place: null };
    return { name: 'evidence.attach', args: { ...base, kind: 'file', sha256, type: 'image/jpeg', size: 9, ...notes } };
  }

  #decide(): Call[] {
    const { random } = this.#input;
    const activities = this.rows<Activity>('activity');
    const target = ({ employeeId, id, revision }: Activity) => ({ employeeId, id, revision });
    const waiting = activities.filter(({ state }) => state === 'submitted');
    const approved = random.maybe(activities.filter(({ state }) => state === 'approved'));
    const one = random.maybe(waiting);
    switch (random.below(4)) {
      case 0:
        return one ? [{ name: 'activity.return', args: { ...target(one), note: 'lengkapi' } }] : [];
      case 1:
        return approved ? [{ name: 'activity.reopen', args: { ...target(approved), note: 'keliru' } }] : [];
      default:
        return waiting.map((activity) => ({ name: 'activity.approve', args: target(activity) }));
    }
  }
}
