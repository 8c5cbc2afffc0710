// The log, run again from nothing: what took effect on each person's work and pay, and on what others typed for them, in the
// order of the versions.

import { domain } from '#shared/domain.ts';
import { agencyScope, helpScope, payScope, planScope, workScope } from '#shared/scopes.ts';
import { equal } from '#shared/sync/merge.ts';
import { parseMutation, runMutation } from '#shared/sync/mutation.ts';
import { type RowChange, RowSet } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { asSent, type Ended, type Logged, stored } from './ended.ts';
import type { Violation } from './promises.ts';
import { actorOf, foundingRows, PEOPLE, WORKERS } from './world.ts';

export async function replay(ended: Ended, log: Logged[]): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const employee of WORKERS) violations.push(...(await replayWork(ended, log, employee)));
  return violations;
}

async function replayWork({ db, tenant, directoryAt }: Ended, log: Logged[], employee: string): Promise<Violation[]> {
  const check = 'the audit log is unbroken and replays to the same state' as const;
  const violations: Violation[] = [];
  const scopes = [workScope(employee), payScope(employee), ...PEOPLE.map((helper) => helpScope(employee, helper))];
  const agency = agencyScope(tenant);
  const rows = new RowSet();
  for (const { table, row } of foundingRows(tenant)) if (row) rows.load(table, row);
  for (const [key, row] of (await stored(db, tenant, [planScope(employee)])).get(planScope(employee)) ?? []) {
    rows.load(String(key).split('/')[0] ?? '', row);
  }
  const refused = new Map(log.filter(({ outcome }) => outcome.result === 'refused').map((line) => [line.id, line]));
  for (const line of linesOf(log, { scopes, agency })) {
    const directory = directoryAt?.(line.receivedAt.getTime()) ?? [decidedBy(line, { tenant, employee })];
    violations.push(...runAgain(line, rows, { tenant, directory, first: refused.get(line.redoes ?? '') }));
  }
  const truth = new Map<string, SyncRow>();
  for (const held of (await stored(db, tenant, scopes)).values()) for (const [key, row] of held) truth.set(key, row);
  const replayed = new Map<string, SyncRow>(
    rows
      .changes()
      .flatMap(({ table, scope, id, row }) =>
        row && scopes.includes(scope) ? [[`${table}/${scope}/${id}`, row] as const] : [],
      ),
  );
  for (const key of new Set([...truth.keys(), ...replayed.keys()])) {
    const [is, should] = [truth.get(key), replayed.get(key)].map((row) => asSent(row && { ...row, version: 0 }));
    if (!equal(is, should)) violations.push({ check, what: key });
  }
  return violations;
}

/**
 * What took effect on a person's work and pay or on the agency, in an order that is that of the versions in each of these
 * scopes; between scopes, where no version tells, in that of receipt. Each scope is a chain, and a line comes when it is the
 * next of all its chains: devices that sync at the same time are received in another order than they commit.
 */
function linesOf(log: Logged[], { scopes, agency }: { scopes: string[]; agency: string }): Logged[] {
  const versionIn = ({ outcome }: Logged, scope: string) => outcome.versions?.[scope];
  const chains = [...scopes, agency].map((scope) =>
    log
      .filter((line) => versionIn(line, scope) !== undefined)
      .sort((a, b) => (versionIn(a, scope) ?? 0) - (versionIn(b, scope) ?? 0) || a.seq - b.seq),
  );
  const ordered: Logged[] = [];
  const done = new Set<Logged>();
  for (;;) {
    for (const chain of chains) while (chain[0] && done.has(chain[0])) chain.shift();
    const next = chains
      .flatMap(([first]) => first ?? [])
      .filter((line) => chains.every((chain) => chain[0] === line || !chain.includes(line)))
      .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || a.seq - b.seq)[0];
    if (!next) return ordered;
    done.add(next);
    ordered.push(next);
  }
}

/** Who supervised whom is not part of the log of real devices: the one who decided did. */
function decidedBy({ employeeId }: Logged, { tenant, employee }: { tenant: string; employee: string }): RowChange {
  const scope = agencyScope(tenant);
  const dates = { validFrom: '2026-01-01', validUntil: null };
  const post = { ...dates, id: 'post', scope, version: 1, employeeId: employee, kind: 'definitive' };
  return { table: 'assignment', scope, id: 'post', row: { ...post, supervisorId: employeeId } };
}

/** What the line does again after a refusal is `first`: it may give the work its time. */
function runAgain(
  line: Logged,
  rows: RowSet,
  { tenant, directory, first }: { tenant: string; directory: readonly RowChange[]; first: Logged | undefined },
): Violation[] {
  const parsed = parseMutation(domain.mutations, line);
  if (!parsed.ok) return [];
  const roles = parsed.spec.office ? ['admin', 'treasurer'] : [];
  const actor = { ...actorOf(tenant, line.employeeId), roles };
  rows.apply(directory);
  const scopes = parsed.spec.writes(parsed.args, actor);
  const approved = scopes.flatMap((scope) => rows.where('activity', scope, 'state', 'approved'));
  const at = line.countedAt.toISOString();
  const received = line.receivedAt.toISOString();
  const { clock, id: mutationId } = line;
  const redone = first?.employeeId === line.employeeId && first.name === line.name && parsed.spec.redoable;
  const again = redone ? { args: first.args, at: first.countedAt.toISOString(), clock: first.clock } : null;
  runMutation(parsed.spec, { args: parsed.args, rows, actor, at, again, mutationId, clock, received, failed });
  const touched = approved.some((row) => rows.get('activity', row.scope, row.id) !== row);
  const target = line.args.activityId ?? line.args.id;
  const reopens = line.name === 'activity.reopen';
  // To ask for it, and to decline it, leaves the record as it is.
  const forbidden = !reopens && !line.name.startsWith('reopening.') && approved.some(({ id }) => id === target);
  return (touched && !reopens) || forbidden
    ? [{ check: 'an approved record changed only through a reopening', what: `${line.name} of ${line.employeeId}` }]
    : [];
}

const failed = (error: unknown) => {
  throw error;
};
