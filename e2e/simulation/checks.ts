// What must hold when the network has healed, each check by its name.

import { sql } from 'kysely';
import { verifyChains } from '#server/audit/verify.ts';
import { visibleScopes } from '#server/subjects/people/visibility.ts';
import { groupBy } from '#shared/group-by.ts';
import { equal } from '#shared/sync/merge.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { asSent, type Ended, type Logged, logOf, stored } from './ended.ts';
import type { CheckName, Violation } from './promises.ts';
import { replay } from './replay.ts';
import { actorOf } from './world.ts';

export async function check(ended: Ended): Promise<Violation[]> {
  const log = await logOf(ended);
  return [
    ...ending(ended, log),
    ...takenBackOnly(ended, log),
    ...(await twice(ended, log)),
    ...(await holdings(ended)),
    ...order(ended, log),
    ...(await chains(ended, log)),
    ...(await replay(ended, log)),
    ...(await inTime(ended, log)),
  ];
}

/** What only a broken app, or a server that does not know its own past, sends or answers. */
const NOT_UNDERSTOOD = ['malformed', 'unknown-mutation', 'newer-mutation', 'rule-failed'];

function ending({ devices, made }: Ended, log: Logged[]): Violation[] {
  const name = 'every mutation ended as applied, refused-and-kept or conflict-and-kept' as const;
  const logged = new Map(log.map((line) => [line.id, line]));
  const states = new Map(devices.map((device) => [device.name, device.memory.state]));
  return made.flatMap(({ id, device, name: act }): Violation[] => {
    const line = logged.get(id);
    const state = states.get(device);
    const { outcome } = line ?? {};
    // A server restored from a backup may have forgotten its refusal; the person has it all the same.
    if (!outcome && state?.attention.has(id)) return [];
    if (!outcome) return [{ check: name, what: `${act} of ${device} never arrived` }];
    if (outcome.result === 'refused' && !state?.attention.has(id)) {
      return [{ check: name, what: `${act} of ${device} was refused and is not kept` }];
    }
    if (NOT_UNDERSTOOD.includes(outcome.refusal?.code ?? '')) {
      return [{ check: name, what: `${act} of ${device} was not understood: ${outcome.refusal?.code}` }];
    }
    const waits = [...(state?.outbox.values() ?? [])].some((entry) => entry.id === id);
    return waits ? [{ check: name, what: `${act} of ${device} still waits` }] : [];
  });
}

function takenBackOnly({ takenBack = new Map() }: Ended, log: Logged[]): Violation[] {
  return log
    .filter(({ id }) => takenBack.has(id))
    .map(({ id, name }) => ({ check: 'what was taken back never arrives', what: `${name} of ${takenBack.get(id)}` }));
}

/** An activity has one revision for its beginning and one for each change of content that the log says was applied. */
async function twice({ db, tenant }: Ended, log: Logged[]): Promise<Violation[]> {
  const check = 'nothing took effect twice' as const;
  const changes = new Map<string, number>();
  for (const { name, args, outcome } of log) {
    if (outcome.result !== 'applied' || Object.keys(outcome.versions ?? {}).length === 0) continue;
    const id = name.startsWith('evidence.') ? args.activityId : args.id;
    // What a helper typed begins as an activity when its owner takes it over.
    const begins = name === 'activity.log' || name === 'typed.confirm' || name === 'typed.take';
    const counts = begins || name === 'activity.edit' || name.startsWith('evidence.');
    if (id && counts) changes.set(id, (changes.get(id) ?? 0) + 1);
  }
  const { rows } = await sql<{ id: string; revision: number }>`
    select id, revision from activity where agency_id = ${tenant} and not deleted`.execute(db);
  return (
    rows
      // What was there before the log began has no lines in it.
      .filter(({ id, revision }) => changes.has(id) && changes.get(id) !== revision)
      .map(({ id, revision }) => ({ check, what: `${id} has revision ${revision} of ${changes.get(id)} changes` }))
  );
}

async function holdings({ db, tenant, now, devices }: Ended): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const device of devices) {
    const found = (check: CheckName, what: string) => violations.push({ check, what: `${device.name} ${what}` });
    const today = plainDate(new Date(now).toISOString(), 'Asia/Makassar');
    const scopes = await visibleScopes(db, actorOf(tenant, device.person), today);
    const truth = await stored(db, tenant, scopes);
    const held = groupBy([...device.memory.state.rows], ([, { row }]) => row.scope);
    for (const scope of held.keys()) {
      if (!scopes.includes(scope)) found('a scope left is gone, a scope entered is whole', `holds ${scope}`);
    }
    for (const [scope, rows] of truth) {
      const own = new Map(held.get(scope) ?? []);
      if (own.size === 0) found('a scope left is gone, a scope entered is whole', `lacks ${scope}`);
      for (const [key, row] of rows) {
        const mine = own.get(key)?.row;
        if (!mine || mine.version < row.version) found('no pull skipped a row', `lacks ${key} of ${row.version}`);
        else if (!equal(mine, asSent(row))) found('devices hold exactly the rows of their scopes', `differs in ${key}`);
      }
      for (const key of own.keys()) {
        if (!rows.has(key)) found('devices hold exactly the rows of their scopes', `holds ${key}, which is gone`);
      }
    }
  }
  return violations;
}

/**
 * What was refused is over, and after a restore nobody sends it again; an older copy of the storage that is put back does,
 * after what followed it, and by then its day may have come. So the order is a promise for what was done after such a copy.
 */
function order({ devices, made, byFile }: Ended, log: Logged[]): Violation[] {
  const place = new Map(log.map(({ id }, index) => [id, index]));
  return devices.flatMap(({ name, putBack }): Violation[] => {
    const queued = made.filter(({ id, device }) => device === name && !byFile?.has(id) && !putBack?.has(id));
    const places = queued.flatMap(({ id }) => place.get(id) ?? []);
    const kept = places.every((at, index) => index === 0 || at > (places[index - 1] ?? 0));
    return kept ? [] : [{ check: 'the order of each device is kept', what: name }];
  });
}

/** The chain verifies, and the log explains every version that a scope of work, pay or help ever had. */
async function chains({ db, tenant, foundedAt }: Ended, log: Logged[]): Promise<Violation[]> {
  const check = 'the audit log is unbroken and replays to the same state' as const;
  const { broken } = await verifyChains(db, { agency: tenant });
  const violations: Violation[] = broken.map(({ scope, line }) => ({ check, what: `${scope} breaks at line ${line}` }));
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from scope where agency_id = ${tenant} and (id like 'w:%' or id like 'm:%' or id like 'h:%')`.execute(
    db,
  );
  for (const { id, version } of rows) {
    const told = new Set(log.flatMap(({ outcome }) => outcome.versions?.[id] ?? []));
    // A help scope begins with its first act.
    const should = (id.startsWith('h:') ? 0 : foundedAt(id)) + told.size;
    if (version !== should) violations.push({ check, what: `${id} has version ${version}, not ${should}` });
  }
  return violations;
}

/** A request that is under way takes its time, and so does the one before it. */
const UNDER_WAY_MS = 130_000;

/**
 * No act of a device that follows the protocol counts later than it was done: whatever became of the network, the device's
 * id, its clock (if it goes evenly) or its queue. An entry that is logged again after a refusal, for a day that had come, is
 * one of the first time.
 */
async function inTime({ db, tenant, made, uncertain = [] }: Ended, log: Logged[]): Promise<Violation[]> {
  const check = 'work done in time counts in time' as const;
  const { rows: entries } = await sql<{ id: string; createdAt: Date }>`
    select id, created_at from activity where agency_id = ${tenant}`.execute(db);
  const loggedAt = new Map(entries.map(({ id, createdAt }) => [id, createdAt]));
  const hadCome = ({ args, countedAt }: Logged) =>
    (args as { date?: string }).date !== undefined &&
    String((args as { date?: string }).date) <= plainDate(countedAt.toISOString(), 'Asia/Makassar');
  const logged = new Map(log.map((line) => [line.id, line]));
  const doneAt = new Map(made.map(({ id, at }) => [id, at]));
  return made.flatMap(({ id, device, name, at, redoes }): Violation[] => {
    const line = logged.get(id);
    if (!line || at === undefined) return [];
    const refused = redoes && name === 'activity.log' ? logged.get(redoes) : undefined;
    const inherits = refused?.outcome.result === 'refused' && line.outcome.result === 'applied' && hadCome(refused);
    const entry = inherits ? loggedAt.get(line.args.id ?? '') : undefined;
    const done = entry ? Math.min(at, doneAt.get(redoes ?? '') ?? at) : at;
    const within = (time: number, [from, until]: [number, number]) => from <= time && time <= until;
    const isUncertain = uncertain.some(
      (span) => span.device === device && within(done, span.done) && within(line.receivedAt.getTime(), span.received),
    );
    const late = (entry ?? line.countedAt).getTime() - done;
    if (isUncertain || late <= UNDER_WAY_MS) return [];
    return [{ check, what: `${name} of ${device} counts ${Math.round(late / 60_000)} minutes late` }];
  });
}
