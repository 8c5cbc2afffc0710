// What can happen in a history, each with its share.

import { sql } from 'kysely';
import type { RowChange } from '#shared/sync/row-set.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import { arrives, type Course, HOUR, type Online, signIn, survive } from './course.ts';
import { ALWAYS } from './ended.ts';
import {
  backUp,
  delegate,
  EMPLOYEES,
  END_OF_YEAR,
  endPlan,
  HEAD,
  OFFICE,
  reassign,
  restore,
  SUPERVISORS,
  WORKERS,
} from './world.ts';

type Step = (course: Course, online: Online) => Promise<unknown>;

const acts: Step = (course, online) => survive(course, online, 'acts', () => online.device.act());

const syncs: Step = async (course, online) => {
  const { random, devices, concurrent } = course;
  const together = concurrent ? devices.filter((other) => other !== online && random.chance(0.4)) : [];
  await Promise.all(
    [online, ...together].map((one) =>
      survive(course, one, 'syncs', async () => {
        const status = await course.syncs(one);
        // Whom the server no longer knows signs in again.
        if (status === 'signed-out' && one.device.signedIn) await signIn(course, one);
        return status;
      }),
    ),
  );
};

/** What may be taken back for a moment is: before it is sent, while it is, or too late. */
const changesItsMind: Step = async (course, online) => {
  const { random, clock } = course;
  await survive(course, online, 'acts, to be taken back', () => online.device.act({ hold: true }));
  if (random.chance(0.5)) clock.now += random.below(20_000);
  if (random.chance(0.6)) await syncs(course, online);
  clock.now += random.below(10_000);
  await survive(course, online, 'takes it back', () => online.device.takeBack());
};

const setsItsClock: Step = async ({ random, history, uncertain, clock }, { device }) => {
  device.skew = random.below(10 * 24 * HOUR) - 5 * 24 * HOUR;
  // What was done by the clock before cannot be told by the one after it.
  uncertain.push({ device: device.name, done: [0, clock.now], received: [clock.now, Number.POSITIVE_INFINITY] });
  history.push(`${device.name}: its clock is off by ${Math.round(device.skew / HOUR)} hours`);
};

function changeByOffice({ directory, clock }: Course, change: RowChange): void {
  const before = directory.at(-1)?.rows ?? [];
  const others = before.filter(({ table, id }) => table !== change.table || id !== change.id);
  clock.now += 1;
  directory.push({ since: clock.now, rows: [...others, change] });
}

const moves: Step = async (course) => {
  const { random, server, history } = course;
  const employee = random.pick(EMPLOYEES);
  const supervisor = random.pick(SUPERVISORS);
  changeByOffice(course, await reassign(server.db, server.tenant, employee, supervisor));
  history.push(`${employee} now works for ${supervisor}`);
};

/** A plan is ended some days ago, as by a move that the office hears of late; or it goes on again. */
const endsPlan: Step = async (course) => {
  const { random, server, history, clock } = course;
  const employee = random.pick(EMPLOYEES);
  const today = plainDate(new Date(clock.now).toISOString(), 'Asia/Makassar');
  const until = random.chance(0.5) ? END_OF_YEAR : addDays(today, -random.below(6));
  changeByOffice(course, await endPlan(server.db, server.tenant, employee, until));
  history.push(`the plan of ${employee} holds until ${until}`);
};

const delegates: Step = async (course) => {
  const { random, server, history } = course;
  const supervisor = random.pick(SUPERVISORS);
  const ends = random.chance(0.5);
  changeByOffice(course, await delegate(server.db, server.tenant, supervisor, ends));
  history.push(`${supervisor} ${ends ? 'acts no longer' : 'now acts'} for the other supervisor`);
};

const backsUp: Step = async (course) => {
  const { server, history, directory } = course;
  course.backup = { of: await backUp(server.db, server.tenant), directory: directory.at(-1)?.rows ?? [] };
  history.push('the database is backed up');
};

const restores: Step = async (course) => {
  const { random, server, history, backup, directory, clock } = course;
  if (!backup || random.chance(0.5)) return;
  const noticed = random.chance(0.7);
  await restore(server.db, server.tenant, backup.of, { noticed });
  directory.push({ since: clock.now, rows: backup.directory });
  history.push(`the database is restored from the backup${noticed ? '' : ', and nobody notices'}`);
};

const signsOutOrIn: Step = async (course, online) => {
  const { device } = online;
  const words = device.signedIn ? await device.signOut() : 'signs in';
  if (words === 'signs in') await signIn(course, online);
  course.history.push(`${device.name} ${words}`);
};

const updates: Step = async ({ history }, { device }) => {
  device.update();
  history.push(`${device.name}: the app is updated`);
};

const lateRequestArrives: Step = async (course) => {
  const one = course.late.shift();
  if (!one) return;
  await arrives(course, one);
  course.history.push(`a late request of ${one.device} arrives`);
};

const storageIsCopied: Step = async ({ history }, { device }) => {
  device.copyStorage();
  history.push(`${device.name}: its storage is copied`);
};

const copyIsPutBack: Step = async ({ history }, { device }) => {
  if (device.putCopyBack()) history.push(`${device.name}: an older copy of its storage is put back`);
};

const workTravelsByFile: Step = async (course, { device }) => {
  const { files, random, history, server, devices, office, uncertain, byFile, clock } = course;
  if (WORKERS.some((id) => id === device.person)) {
    const file = await device.unsentFile();
    if (file) files.push({ device: device.name, file });
  }
  if (random.chance(0.4)) return;
  const brought = files.shift();
  if (!brought) return;
  const own = devices.find((other) => other.device.person === brought.file.person && other.device.signedIn);
  const by = own && random.chance(0.5) ? own : null;
  for (const { id } of brought.file.mutations) byFile.add(id);
  const sent = clock.now;
  await server.bring(by?.token ?? office, brought.file).catch(() => undefined);
  // No clock tells by how much that of the file was wrong.
  const isWrong = devices.some((one) => one.device.name === brought.device && one.device.skew !== 0);
  if (isWrong) uncertain.push({ device: brought.device, done: ALWAYS, received: [sent, clock.now] });
  history.push(`a file of ${brought.device} is brought by ${by ? 'its owner' : 'an administrator'}`);
};

const attacks: Step = async ({ attacker, history, found }) => {
  const { words, violations } = await attacker.attack();
  for (const { check, what } of violations) found(check, what);
  history.push(`an attack by ${words}`);
};

const PAYEE = {
  ...{ ptkp: 'K/1', npwp: null, bank: null, account: '0012345678', salary: null, salaryTax: null },
  ...{ insuredSalary: null, tax: null, cleared: [] },
};

/** An explanation that a superior agreed to; else one that is none. */
async function agreedTo({ random, server, clock }: Course) {
  const { rows } = await sql<{ scope: string; date: string; revision: number }>`
    select scope_id as scope, date, revision from explanation
    where agency_id = ${server.tenant} and state = 'agreed' and not deleted order by scope_id, date`.execute(server.db);
  const one = random.maybe(rows);
  const today = plainDate(new Date(clock.now).toISOString(), 'Asia/Makassar');
  if (!one) return { employeeId: random.pick(EMPLOYEES), date: today, revision: 1 };
  return { employeeId: one.scope.slice(2), date: one.date, revision: one.revision };
}

const officeActs: Step = async (course) => {
  const { random, server, history, clock, office, head, devices } = course;
  const month = random.pick(['2026-10', '2026-11']);
  const today = plainDate(new Date(clock.now).toISOString(), 'Asia/Makassar');
  const day = { date: addDays(today, -random.below(40)), arrival: '07:25', departure: '16:05', duty: false };
  const revision = 1 + random.below(3);
  const superior = devices.find(({ device }) => device.person === 's1')?.token ?? '';
  const all = { month, revision, drawnBy: OFFICE, headId: HEAD };
  const employeeId = random.pick(EMPLOYEES);
  const added = { id: crypto.randomUUID(), employeeId };
  const lhkpn = { kind: 'lhkpn', validFrom: `${month}-01`, validUntil: null, percent: '15', postClass: null };
  const told = await agreedTo(course);
  const [token, name, args] = random.pick<[string, string, object]>([
    [office, 'attendance.record', { employeeId, days: [day] }],
    [office, 'payroll.draw', { month, employeeIds: [...EMPLOYEES] }],
    [superior, 'payroll.check', { month, revision, drawnBy: OFFICE }],
    [head, 'payroll.approve', { month, revision, headId: HEAD }],
    [superior, 'payroll.return', { ...all, note: 'keliru' }],
    [office, 'pay-entry.add', { ...added, ...lhkpn, source: 'Surat teguran' }],
    [office, 'pay-entry.end', { ...course.payEntry, validUntil: null, reason: 'keliru' }],
    [office, 'payee.tell', { ...added, month, ...PAYEE }],
    [office, 'explanation.accept', told],
    [office, 'explanation.refuse', { ...told, note: 'tanpa bukti' }],
  ]);
  const id = crypto.randomUUID();
  const outcome = await server.actInOffice(token, { id, name, args }).catch(() => undefined);
  if (name === 'pay-entry.add' && outcome?.result === 'applied') course.payEntry = added;
  history.push(`the office acts, ${name}: ${outcome?.result ?? 'nobody is signed in'}`);
};

export const STEPS: readonly (readonly [share: number, step: Step])[] = [
  [34, acts],
  [26, syncs],
  [5, changesItsMind],
  [2, setsItsClock],
  [2, moves],
  [2, backsUp],
  [2, restores],
  [2, delegates],
  [5, endsPlan],
  [2, signsOutOrIn],
  [2, updates],
  [2, lateRequestArrives],
  [1, storageIsCopied],
  [1, copyIsPutBack],
  [2, workTravelsByFile],
  [2, attacks],
  [2, officeActs],
];
