// A device of a simulation: the real engine of the browser over a store in memory, and a person who acts on it.

import { activityFieldsOf } from '#shared/mutations/activity.ts';
import type { Call } from '#shared/mutations/index.ts';
import { activityStates } from '#shared/rules/states.ts';
import { addDays } from '#shared/rules/working-time.ts';
import type { Domain } from '#shared/sync/domain.ts';
import { plainDate } from '#shared/sync/mutation.ts';
import { type Activity, type Conflict, workScope } from '#shared/tables.ts';
import { dispatch } from '../../client/sync/dispatch.ts';
import { uuidv7 } from '../../client/sync/ids.ts';
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

export interface DeviceInput {
  name: string;
  person: string;
  tenant: string;
  domain: Domain;
  transport: Transport;
  random: Random;
  /** The true time; the device's own clock is off by `skew`. */
  now: () => number;
  made: Made[];
  /** A store that is broken on purpose, to show that a check finds it. */
  breakStore?: (store: LocalStore) => LocalStore;
}

export class SimulatedDevice {
  readonly name: string;
  readonly person: string;
  readonly memory: MemoryStore;
  skew = 0;
  /** Operations of the storage until the process is killed; negative: it lives. */
  killIn = -1;
  #input: DeviceInput;
  #ports: SyncerPorts;

  constructor(input: DeviceInput) {
    const { name, person, random, domain, transport, tenant } = input;
    this.name = name;
    this.person = person;
    this.#input = input;
    this.memory = new MemoryStore(name, () => {
      if (this.killIn >= 0 && this.killIn-- === 0) throw new Killed();
    });
    const now = () => new Date(input.now() + this.skew);
    const bytes = () => Uint8Array.from({ length: 16 }, () => random.below(256));
    this.#ports = {
      ...{ domain, transport, now, app: 'simulation', actor: actorOf(tenant, person), random: random.next },
      store: input.breakStore?.(this.memory) ?? this.memory,
      newId: () => uuidv7(now().getTime(), bytes()),
      exclusively: (_name, work) => work(),
    };
  }

  rows<Row>(table: string): Row[] {
    return [...this.memory.state.rows.values()].flatMap((held) => (held.table === table ? [held.row as Row] : []));
  }

  /** Does something that the person could do now; tells what. */
  async act(): Promise<string> {
    const calls = this.#choose();
    if (calls.length === 0) return 'nothing to do';
    const before = new Set([...this.memory.state.outbox.values()].map(({ id }) => id));
    const done = await dispatch(this.#ports, calls);
    const { name: device } = this;
    const entries = [...this.memory.state.outbox.values()].sort((a, b) => a.seq - b.seq);
    for (const { id, name } of entries) if (!before.has(id)) this.#input.made.push({ id, device, name });
    return `${calls.map(({ name }) => name).join(', ')}: ${done.ok ? 'saved' : done.refusal.code}`;
  }

  async sync(): Promise<string> {
    return (await sync(this.#ports)).kind;
  }

  #choose(): Call[] {
    return EMPLOYEES.some((id) => id === this.person) ? this.#work() : this.#decide();
  }

  #work(): Call[] {
    const { random } = this.#input;
    const mine = this.rows<Activity>('activity').filter(({ scope }) => scope === workScope(this.person));
    const editable = mine.filter(({ state }) => activityStates[state].edit);
    const conflicts = this.rows<Conflict>('conflict').filter(({ state }) => state === 'open');
    const one = random.maybe(editable);
    switch (random.below(8)) {
      case 0:
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
        const conflict = random.maybe(conflicts);
        return conflict ? [{ name: 'conflict.settle', args: { id: conflict.id, in: 'work' } }] : [];
      }
      default: {
        const ready = mine.filter(({ state }) => activityStates[state].submit);
        return ready.slice(0, 3).map(({ id }) => ({ name: 'activity.submit', args: { id } }));
      }
    }
  }

  #log(): Call {
    const { random, now } = this.#input;
    const today = plainDate(new Date(now() + this.skew).toISOString(), 'Asia/Makassar');
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
