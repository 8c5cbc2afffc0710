// A device of a simulation: the real engine of the browser over a store in memory, and a person who acts on it.

import { dispatch, type LocalCall } from '#client/sync/dispatch.ts';
import { letQueueGo } from '#client/sync/held.ts';
import { uuidv7 } from '#client/sync/ids.ts';
import { clearSynced } from '#client/sync/leave.ts';
import { MemoryStore } from '#client/sync/memory-store.ts';
import type { AttentionItem, LocalStore } from '#client/sync/store.ts';
import { type SyncerPorts, sync } from '#client/sync/syncer.ts';
import { takeBack } from '#client/sync/take-back.ts';
import type { Transport } from '#client/sync/transport.ts';
import type { Call } from '#shared/mutations.ts';
import { planScope } from '#shared/scopes.ts';
import type { Domain } from '#shared/sync/domain.ts';
import { fileStatement } from '#shared/sync/proof.ts';
import { type DeviceKey, deviceKeyOf, lineOf, newKeyPair } from '#shared/sync/signing.ts';
import type { Row, TableName } from '#shared/tables.ts';
import type { ImportRequest } from '#shared/unsent-files/api.ts';
import { callsOf } from './acts.ts';
import { Killed } from './faults.ts';
import type { CheckName } from './promises.ts';
import type { Random } from './random.ts';
import { actorOf, resultOf, skpOf, WORKERS } from './world.ts';

/** A mutation that a person made: it was told that it is saved. */
export interface Made {
  id: string;
  device: string;
  name: string;
  /** The true time, in milliseconds since 1970; unknown where real devices are watched. */
  at?: number;
  redoes?: string;
}

/** Parts of a device that are broken on purpose, to show that a check finds it. */
export interface BrokenDevice {
  store?: (store: LocalStore) => LocalStore;
  /** The storage as it is seen by what takes acts back. */
  takingBack?: (store: LocalStore) => LocalStore;
  /** The lock of a process that was killed stays behind. */
  keepsLock?: boolean;
  /** Signing out clears the device, whatever lies on it. */
  forgetsAtSignOut?: boolean;
  /** Each tap on a button makes an act of its own. */
  idsPerTap?: boolean;
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
  /** What people took back in time, and on which device: it must never arrive. */
  takenBack: Map<string, string>;
  found: (check: CheckName, what: string) => void;
  broken: BrokenDevice;
}

/** A rule that breaks ends the simulation. */
const failed = (error: unknown) => {
  throw error;
};

/** So often somebody looks for something to do. */
const LOOKS = 3;

const TAKEN_BACK = 'what was taken back never arrives';
const QUEUED_ONCE = 'an act is stored once, and said to be saved only then';

export class SimulatedDevice {
  readonly name: string;
  readonly person: string;
  readonly key: Promise<DeviceKey> = newKeyPair().then(deviceKeyOf);
  memory: MemoryStore;
  skew = 0;
  /** Operations of the storage until the process is killed; negative: it lives. */
  killIn = -1;
  /** Whether the connection to the storage breaks now and then, just after a commit. */
  losesConnection = false;
  signedIn = true;
  /** The acts in the older copy of its storage that was put back. */
  putBack: ReadonlySet<string> = new Set();
  #input: DeviceInput;
  #ports: SyncerPorts;
  #locked = false;
  /** The last thing that was done here: it may be tapped once more. */
  #last: LocalCall[] = [];
  /** The last acts that may be taken back for a moment. */
  #held: readonly string[] = [];
  #copy: { state: MemoryStore['state']; made: ReadonlySet<string> } | null = null;

  constructor(input: DeviceInput) {
    const { name, person, random, app, transport, tenant } = input;
    this.name = name;
    this.person = person;
    this.#input = input;
    this.memory = this.#emptyMemory();
    const now = () => new Date(input.now() + this.skew);
    const bytes = () => Uint8Array.from({ length: 16 }, () => random.below(256));
    this.#ports = {
      ...{ domain: app, transport, now, app: 'simulation', actor: actorOf(tenant, person), random: random.next },
      store: this.#storeOn(this.memory),
      newId: () => uuidv7(now().getTime(), bytes()),
      failed,
      key: () => this.key,
      exclusively: (_name, work) => this.#exclusively(work),
    };
  }

  rows<Name extends TableName>(table: Name): Row<Name>[] {
    return [...this.memory.state.rows.values()].flatMap((held) =>
      held.table === table ? [held.row as unknown as Row<Name>] : [],
    );
  }

  /**
   * Does something that the person could do now; tells what. A button is pressed once, twice, or again later. `hold`: it may
   * be taken back for a moment, as decisions may.
   */
  async act({ hold = false } = {}): Promise<string> {
    this.#held = [];
    if (!this.signedIn) return 'signed out';
    const { random } = this.#input;
    const again = this.#last.length > 0 && random.chance(0.05);
    const chosen = again ? this.#last : this.#chosen();
    if (chosen.length === 0) return 'nothing to do';
    this.#last = chosen;
    const taps = random.chance(0.1) ? 2 : 1;
    const tapped = await this.#tap(chosen, { taps, hold });
    const words =
      chosen.length > 3 ? `${chosen.length} times ${chosen[0]?.name}` : chosen.map(({ name }) => name).join(', ');
    return `${words}${taps > 1 ? ' (a double tap)' : ''}${again ? ' (once more)' : ''}: ${tapped}`;
  }

  /** Takes back what was done last, in time or too late; a process may be killed while it does. */
  async takeBack(): Promise<string> {
    const ids = this.#held;
    if (!this.signedIn || ids.length === 0) return 'nothing to take back';
    this.#held = [];
    this.#last = [];
    const { made, takenBack, found, broken } = this.#input;
    const store = broken.takingBack?.(this.#ports.store) ?? this.#ports.store;
    try {
      const told = await takeBack({ ...this.#ports, store }, ids);
      const stored = this.#stored();
      if (told && ids.some((id) => stored.has(id))) found(TAKEN_BACK, `${this.name} says so, and the act is stored`);
      return told ? 'taken back' : 'too late';
    } finally {
      const stored = this.#stored();
      if (!ids.some((id) => stored.has(id))) {
        made.splice(0, made.length, ...made.filter(({ id }) => !ids.includes(id)));
        for (const id of ids) takenBack.set(id, this.name);
      }
    }
  }

  async sync(): Promise<string> {
    if (!this.signedIn) return 'signed out';
    return (await sync(this.#ports)).kind;
  }

  /** With nothing left to send the person's data leaves the device; else it stays until they come back. */
  async signOut(): Promise<string> {
    this.signedIn = false;
    this.#last = [];
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

  update(): void {
    this.#ports.domain = this.#input.newApp;
    this.#last = [];
  }

  /** Its whole storage is copied, as by a backup of the phone. */
  copyStorage(): void {
    this.#copy = { state: this.memory.state, made: new Set(this.#input.made.map(({ id }) => id)) };
  }

  /** The copy takes the place of what was there: what was made after it, and is not at the server, is lost with it. */
  putCopyBack(): boolean {
    if (!this.#copy) return false;
    const { made, takenBack } = this.#input;
    const before = this.#copy.made;
    made.splice(0, made.length, ...made.filter(({ device, id }) => device !== this.name || before.has(id)));
    // What was taken back since waits in the copy as if it never had been.
    for (const id of before) takenBack.delete(id);
    this.#held = [];
    this.memory.state = this.#copy.state;
    this.putBack = before;
    this.#last = [];
    return true;
  }

  /** Everything that waits on it as a file, signed; null where nothing does (client/features/sync-centre/unsent-file). */
  async unsentFile(): Promise<ImportRequest | null> {
    const device = (this.memory.state.meta.get('device') as { id: string } | undefined)?.id;
    const waiting = (await letQueueGo(this.#ports.store)).filter(({ outcome }) => outcome === null);
    if (waiting.length === 0 || !device) return null;
    const mutations = waiting.map(({ id, name, v, args, at, redoes }) => ({
      ...{ id, name, v, args, at },
      ...(redoes !== undefined && { redoes }),
    }));
    const exportedAt = this.#ports.now().toISOString();
    const lines = await Promise.all(mutations.map(lineOf));
    const { publicKey, sign } = await this.key;
    const signature = await sign(fileStatement({ person: this.person, device, exportedAt, lines }));
    const proof = { device, exportedAt, lines, key: publicKey, signature };
    return structuredClone({ person: this.person, mutations, proof });
  }

  #emptyMemory(): MemoryStore {
    return new MemoryStore(this.name, {
      interrupt: () => {
        if (this.killIn >= 0 && this.killIn-- === 0) throw new Killed();
      },
      connectionLost: () => this.losesConnection && this.#input.random.chance(0.3),
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

  #chosen(): LocalCall[] {
    const { random, now } = this.#input;
    const { newId } = this.#ports;
    const refused = random.maybe([...this.memory.state.attention.values()]);
    if (refused && random.chance(0.3)) return [this.#redone(refused)];
    const acting = { person: this.person, random, now: now() + this.skew, newId };
    for (let look = 0; look < LOOKS; look += 1) {
      const calls = callsOf({ ...acting, rows: (table) => this.rows(table) });
      if (calls.length > 0) return calls.map((call) => ({ ...this.#asApp(call), id: newId() }));
    }
    return [];
  }

  /** As the screens do it: the same work again, of a new entry. */
  #redone({ id, name, args }: AttentionItem): LocalCall {
    const { newId } = this.#ports;
    const again = name === 'activity.log' ? { ...(args as object), id: newId() } : args;
    return { name, args: again, id: newId(), redoes: id };
  }

  /** Presses the button so many times at once. What the person is told must be what is stored. */
  async #tap(calls: LocalCall[], { taps, hold }: { taps: number; hold: boolean }): Promise<string> {
    const { made, found, now, broken } = this.#input;
    const before = this.#stored();
    const asked = broken.idsPerTap ? calls.map(({ id: _made, ...call }) => call) : calls;
    this.#held = hold ? calls.flatMap(({ id }) => id ?? []) : [];
    const told = await Promise.allSettled(Array.from({ length: taps }, () => dispatch(this.#ports, asked, { hold })));
    const stored = this.#stored();
    const added = [...stored.keys()].filter((id) => !before.has(id));
    const at = now();
    const broke = told.find((one) => one.status === 'rejected');
    if (broke) throw broke.reason;
    for (const { id, name } of added.flatMap((one) => stored.get(one) ?? [])) {
      const redoes = calls.find((call) => call.id === id)?.redoes;
      made.push({ ...{ id, device: this.name, name, at }, ...(redoes !== undefined && { redoes }) });
    }
    const saved = told.some((one) => one.status === 'fulfilled' && one.value.ok);
    const should = saved ? calls.length : 0;
    const kept = calls.filter(({ id }) => stored.has(id ?? '')).length;
    if (kept !== should || added.length > should) {
      const words = saved ? 'saved' : 'refused';
      found(QUEUED_ONCE, `${this.name} said ${words} of ${calls.length} ${calls[0]?.name}, ${kept} are stored`);
    }
    const [first] = told;
    if (first?.status !== 'fulfilled' || first.value.ok) return 'saved';
    const { refusal } = first.value;
    this.#checkParent(refusal);
    return refusal.code;
  }

  /** The own plan is there since the first sync came to its end, whatever has happened since. */
  #checkParent({ code, table, id }: { code: string; table?: unknown; id?: unknown }): void {
    const complete = this.memory.state.meta.get('complete') === true;
    if (!complete || code !== 'parent-not-found' || table !== 'result' || id !== resultOf(this.person)) return;
    this.#input.found('nothing is taken away before its replacement is there', `${this.name} cannot log work`);
  }

  /** Whether the own plan is here, as it must be since the first sync came to its end. */
  hasPlan(): boolean {
    const { meta, rows } = this.memory.state;
    if (meta.get('complete') !== true || !WORKERS.some((id) => id === this.person)) return true;
    const scope = planScope(this.person);
    return rows.has(`skp/${scope}/${skpOf(this.person)}`) && rows.has(`result/${scope}/${resultOf(this.person)}`);
  }

  /** Every act that the storage has, by its id. */
  #stored(): Map<string, { id: string; name: string }> {
    const { outbox, attention, sent } = this.memory.state;
    const waiting = [...outbox.values()].sort((a, b) => a.seq - b.seq);
    return new Map([...attention.values(), ...sent.values(), ...waiting].map((act) => [act.id, act]));
  }

  /** The older app writes evidence in its own shape. */
  #asApp = (call: Call): LocalCall => {
    const version = this.#ports.domain.mutations[call.name]?.version;
    if (call.name !== 'evidence.attach' || call.args.kind !== 'file' || version !== 1) return call;
    const { thumbnail: _unknown, takenAt: _too, place: _three, ...args } = call.args;
    return { name: call.name, args };
  };
}
