// What a signed-in person works on: the own database on this device, and the one way to change anything, `act`.

import { liveQuery } from 'dexie';
import { onScopeDispose, type ShallowRef, shallowRef, watch } from 'vue';
import {
  type DispatchOptions,
  dexieStore,
  HOLD_MS,
  makeRoom,
  newId,
  type PersonDatabase,
  Scheduler,
} from '#client/sync/index.ts';
import type { AgencyId, EmployeeId } from '#shared/people/tables.ts';
import { agencyScope, payScope, planScope, workScope } from '#shared/scopes.ts';
import type { Refusal } from '#shared/sync/mutation.ts';
import type { Row, TableName } from '#shared/tables.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import type { CallWithId } from './act-ids.ts';
import { dayTurned, followDay } from './day.ts';
import { actorOf, openDatabase, type PersonHere, whileCurrent } from './device.ts';
import { keepAllFiles } from './kept-app.ts';

/** Why an act was not saved: the rules say no, or the device could not store it. Either way the form keeps its content. */
export type ActProblem =
  | { kind: 'refused'; refusal: Refusal; index: number }
  | { kind: 'not-saved'; why: 'full' | 'closed' | 'private' | 'displaced' | 'unknown' };

export interface Workspace {
  person: PersonHere;
  me: EmployeeId;
  scopes: { agency: string; plan: string; work: string; pay: string };
  db: PersonDatabase;
  /** Whether a sync run is under way in this tab. */
  sending: ShallowRef<boolean>;
  /** The rows of a synced table, as the person should see them now. */
  rows: <Name extends TableName>(table: Name) => ReturnType<typeof PersonDatabase.prototype.rows<Row<Name>>>;
  /**
   * Calls that belong together take effect together, at once and on the disk; null when they did. `draft`: the half-typed
   * form that they save; it goes with them. `hold`: for a few seconds they may be taken back. Screens act by `useAct` and `useDraft`, which let an act happen once.
   */
  act: (calls: readonly CallWithId[], options?: DispatchOptions) => Promise<ActProblem | null>;
  /** Takes acts back that were held, all or none; false where it is too late. */
  takeBack: (ids: readonly string[]) => Promise<boolean>;
  syncNow: () => Promise<void>;
  /** The agency's date; reactive, as an app stays open overnight. */
  today: () => string;
  /** Ends its work in this tab, once what its forms still had to keep is kept. */
  close: () => Promise<void>;
}

const engine = () => import('./engine.ts');

/** When the screen is there and nothing else is to be done; after a second in any case. Safari has no word for it. */
const whenIdle = (act: () => void) =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(act, { timeout: 1_000 }) : setTimeout(act, 300);

/** Brings what acts and syncs while the person still types the password. */
export const prepare = () => whenIdle(() => void engine().catch(() => undefined));

/** `displaced`: called when an act shows that the person does not use this device any more. */
export function openWorkspace(person: PersonHere, displaced: () => void): Workspace {
  const db = openDatabase(person);
  const store = dexieStore(db);
  const actor = actorOf(person);
  const now = () => new Date();
  const sending = shallowRef(false);
  const day = followDay(() => plainDate(now().toISOString(), person.timeZone));
  let closed = false;
  const scheduler = new Scheduler({
    ...{ store, now, random: Math.random },
    run: async () => {
      const { syncPerson } = await engine();
      const { status, files } = await syncPerson(person, db, () => import('tus-js-client'));
      // What is not sent is on the disk; the next run takes it up.
      files.catch((error) => console.error(error));
      if (status.kind === 'settled') void keepAllFiles();
      return status;
    },
    onRunning: (running) => {
      sending.value = running;
    },
  });

  async function act(calls: readonly CallWithId[], options: DispatchOptions = {}): Promise<ActProblem | null> {
    const attempt = async () => {
      const { dispatch, domain } = await engine();
      return whileCurrent(person, () =>
        dispatch({ store, domain, actor, now, newId, failed: console.error }, calls, options),
      );
    };
    try {
      // Text comes before files: a full device gives up the files that the server has already.
      const done = await attempt().catch(async (error) => {
        if (storageProblem(error) === 'full' && (await makeRoom(db, now()))) return attempt();
        throw error;
      });
      if (!done) {
        displaced();
        return { kind: 'not-saved', why: 'displaced' };
      }
      if (!done.ok) return { kind: 'refused', refusal: done.refusal, index: done.index };
    } catch (error) {
      console.error(error);
      return { kind: 'not-saved', why: storageProblem(error) };
    }
    if (options.hold) scheduler.actedFor(HOLD_MS);
    else void scheduler.acted();
    void registerBackgroundSync();
    return null;
  }

  async function takeBack(ids: readonly string[]): Promise<boolean> {
    const engineHere = await engine();
    const { domain } = engineHere;
    const taken = await whileCurrent(person, () =>
      engineHere.takeBack({ store, domain, actor, now, failed: console.error }, ids),
    );
    return taken === true;
  }

  whenIdle(() => {
    void engine();
    if (!closed) scheduler.start();
  });
  return {
    person,
    db,
    sending,
    act,
    takeBack,
    me: person.employeeId,
    scopes: {
      agency: agencyScope(person.agencyId as AgencyId),
      plan: planScope(person.employeeId),
      work: workScope(person.employeeId),
      pay: payScope(person.employeeId),
    },
    rows: (table) => db.rows(table),
    syncNow: () => scheduler.now(),
    today: () => day.today.value,
    close: async () => {
      closed = true;
      day.stop();
      scheduler.stop();
      // Comes after every write that was asked for before.
      await db.transaction('rw', db.drafts, async () => db.drafts.count()).catch(() => undefined);
      db.close();
    },
  };
}

const ASK_AGAIN_MS = 1_000;

/**
 * What a query of the local database gives, kept up to date, also when a new day begins; undefined until it has answered
 * for the first time.
 */
export function useLive<Input, Result>(
  input: () => Input,
  query: (input: Input) => Promise<Result>,
): Readonly<ShallowRef<Result | undefined>> {
  const result = shallowRef<Result>();
  let stop = () => {};
  const follow = (value: Input) => {
    stop();
    let again: ReturnType<typeof setTimeout> | undefined;
    const subscription = liveQuery(() => query(value)).subscribe({
      next: (found) => {
        result.value = found;
      },
      // A query ends with its first error, such as a lost connection to the storage (iOS): the screen asks again.
      error: (error) => {
        console.error(error);
        again = setTimeout(() => follow(value), ASK_AGAIN_MS);
      },
    });
    stop = () => {
      clearTimeout(again);
      subscription.unsubscribe();
    };
  };
  watch([input, dayTurned] as const, ([value]) => follow(value), { immediate: true });
  onScopeDispose(() => stop());
  return result;
}

function storageProblem(error: unknown): 'full' | 'closed' | 'private' | 'unknown' {
  const names = [error, error instanceof Error && 'inner' in error ? error.inner : null].map((e) =>
    e instanceof Error || e instanceof DOMException ? e.name : '',
  );
  if (names.includes('QuotaExceededError')) return 'full';
  if (names.includes('DatabaseClosedError') || names.includes('InvalidStateError')) return 'closed';
  if (names.includes('OpenFailedError') || names.includes('MissingAPIError') || names.includes('SecurityError'))
    return 'private';
  return 'unknown';
}

/** Where the browser has Background Sync, it sends the queue even when the app is closed. */
async function registerBackgroundSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.active && 'sync' in registration) {
    const { register } = registration.sync as { register: (tag: string) => Promise<void> };
    await register.call(registration.sync, 'outbox').catch(() => undefined);
  }
}
