// Fills an empty database with the demo agency: people, approved SKPs of the year, and the daily work and attendance of
// this month and the last, up to yesterday. The same day gives the same data.

import { sql, type Transaction } from 'kysely';
import { hashPassword } from '#server/auth/passwords.ts';
import type { Db } from '#server/db/database.ts';
import { writeRows } from '#server/db/rows.ts';
import type { Database } from '#server/db/schema.ts';
import { domain } from '#shared/domain.ts';
import type { Role } from '#shared/people/api.ts';
import { plansAsHead } from '#shared/people/rules/heads.ts';
import { agencyScope, payScope, planScope, workScope } from '#shared/scopes.ts';
import type { Row } from '#shared/tables.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import { calendarOf, hoursOn, workingDays } from '#shared/time-rules/rules/calendar.ts';
import {
  DEMO_ADMINISTRATOR,
  DEMO_AGENCY,
  DEMO_ALLOWANCE,
  DEMO_EMPLOYEES,
  DEMO_PASSWORD,
  DEMO_POST_CLASSES,
  DEMO_TREASURER,
  DEMO_UNIT_HEAD,
  DEMO_UNITS,
  type DemoEmployee,
  parentOf,
} from './agency.ts';
import { demoLeave } from './leave.ts';
import { demoPay } from './pay.ts';
import { type Seeded, seeded, seededRandom, stableId } from './seeding.ts';
import { DEMO_WORK, type DemoTheme } from './work.ts';
import { evaluated, planDetails } from './year.ts';

/** Does nothing where an agency exists. */
export async function seedDemo(db: Db, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`lock table agency in exclusive mode`.execute(tx);
    if (await tx.selectFrom('agency').select('id').executeTakeFirst()) return;
    await tx.insertInto('agency').values(DEMO_AGENCY).execute();
    await seedAccounts(tx);
    const today = plainDate(now.toISOString(), DEMO_AGENCY.timeZone);
    const changes = [...directory(), ...plansAndWork(today), ...demoPay(today), ...demoLeave(today)];
    await insertByVersion(tx, changes);
  });
}

async function seedAccounts(tx: Transaction<Database>): Promise<void> {
  const people = [...DEMO_EMPLOYEES.filter((person) => person.nip), DEMO_ADMINISTRATOR];
  const accounts = await Promise.all(
    people.map(async ({ id, nip }) => ({
      agencyId: DEMO_AGENCY.id,
      employeeId: id,
      nip: nip ?? '',
      passwordHash: await hashPassword(DEMO_PASSWORD),
    })),
  );
  await tx.insertInto('account').values(accounts).execute();
}

const roleOf = (employeeId: string, role: Role): Seeded =>
  seeded('officeRole', {
    ...{ scope: agencyScope(DEMO_AGENCY.id), id: stableId('office-role', employeeId, role), employeeId, role },
    ...{ validFrom: '2026-01-01', validUntil: null },
  });

function directory(): Seeded[] {
  const scope = agencyScope(DEMO_AGENCY.id);
  const { id, nip, name, grade } = DEMO_ADMINISTRATOR;
  return [
    ...DEMO_UNITS.map((unit) => seeded('unit', { scope, ...unit })),
    seeded('employee', { scope, id, nip, name, grade, employment: 'PNS' }),
    roleOf(id, 'admin'),
    roleOf(DEMO_TREASURER, 'treasurer'),
    ...DEMO_EMPLOYEES.flatMap((person) => [
      seeded('employee', {
        scope,
        ...{ id: person.id, nip: person.nip, name: person.name },
        ...{ employment: person.employment, grade: person.grade },
      }),
      seeded('assignment', {
        scope,
        ...{ id: `post-${person.id}`, employeeId: person.id, unitId: person.unitId, position: person.position },
        ...{ positionKind: person.positionKind, kind: 'definitive', supervisorId: person.supervisorId },
        ...{ postClass: DEMO_POST_CLASSES[person.position] ?? null, leadsUnit: person.id === DEMO_UNIT_HEAD },
        ...{ headsAgency: person.nip !== null && person.supervisorId === null },
        ...{ validFrom: '2024-01-02', validUntil: null },
      }),
    ]),
    seeded('policy', {
      ...{ scope, id: stableId('policy', 'allowance'), kind: 'allowance', validFrom: '2026-01-01', reason: null },
      ...{ content: DEMO_ALLOWANCE, at: '2025-12-15T02:00:00.000Z' },
    }),
  ];
}

function plansAndWork(today: string): Seeded[] {
  return DEMO_EMPLOYEES.filter(({ nip }) => nip).flatMap((person) => [
    ...plan(person, today.slice(0, 4)),
    ...planDetails(person, today.slice(0, 4)),
    ...work(person, today),
    ...attendance(person, today),
    ...evaluated(person, today),
  ]);
}

function plan(person: DemoEmployee, year: string): Seeded[] {
  const scope = planScope(person.id);
  const skpId = stableId('skp', person.id, year);
  const at = `${year}-01-12T01:00:00.000Z`;
  const { plan: state } = person;
  if (state === 'none') return [];
  const decided = state === 'approved';
  const skp = seeded('skp', {
    ...{ scope, id: skpId, employeeId: person.id, approach: 'quantitative', state },
    ...{ validFrom: `${year}-01-01`, validUntil: `${year}-12-31`, revision: 1, note: null },
    ...{ edition: 1, reason: null, itemNotes: {} },
    submittedAt: state === 'draft' ? null : at,
    decidedAt: decided ? `${year}-01-20T02:30:00.000Z` : null,
    decidedBy: decided ? (person.supervisorId ?? person.id) : null,
  });
  const asHead = plansAsHead({ positionKind: person.positionKind, leadsUnit: person.id === DEMO_UNIT_HEAD });
  const parts = person.themes.flatMap((name) => {
    const theme = themeOf(name);
    const resultId = stableId('result', person.id, name);
    const parent = parentOf(person, name);
    const parentId = parent && stableId('result', parent.ownerId, parent.theme);
    return [
      seeded('result', {
        ...{ scope, id: resultId, skpId, kind: 'utama', text: theme.result, createdAt: at },
        ...{ expectation: '', perspective: asHead ? 'penerima-layanan' : null, endedIn: null },
        ...{ parentId, parentOwnerId: parent?.ownerId ?? null, parentText: null },
      }),
      ...theme.indicators.map(([aspect, text, targetMin, unit]) =>
        seeded('indicator', {
          ...{ scope, id: stableId('indicator', resultId, text), skpId, resultId, aspect, text, unit },
          ...{
            targetMin,
            targetMax: null,
            targetText: null,
            direction: unit === 'detik' || unit === 'temuan' ? 'down' : 'up',
          },
        }),
      ),
    ];
  });
  return [skp, ...parts];
}

const CALENDAR = calendarOf({ policies: [], holidays: [] });

/** The working days of this month and the last before today, in this year. */
function pastDays(today: string): string[] {
  const lastMonth = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  const from = `${lastMonth < today.slice(0, 4) ? today.slice(0, 7) : lastMonth}-01`;
  return workingDays(CALENDAR, { from, until: addDays(today, -1) });
}

/** By the machine: mostly in time, some a little late, a rare day on duty elsewhere. Attendance is kept of all but honorer. */
function attendance(person: DemoEmployee, today: string): Seeded[] {
  const random = seededRandom(`attendance ${person.id} ${today.slice(0, 7)}`);
  return pastDays(today).map((date) => {
    const hours = hoursOn(CALENDAR, date) ?? { start: '07:30', end: '16:00' };
    const duty = random() < 0.03;
    const late = random() < 0.06 ? Math.ceil(random() * 40) : -Math.ceil(random() * 20);
    const over = random() < 0.03 ? -Math.ceil(random() * 25) : Math.ceil(random() * 30);
    return seeded('attendance', {
      ...{ scope: workScope(person.id), id: date, date, month: date.slice(0, 7), duty },
      arrival: duty ? null : endOf(hours.start, late),
      departure: duty ? null : endOf(hours.end, over),
      at: `${date}T12:00:00.000Z`,
    });
  });
}

function work(person: DemoEmployee, today: string): Seeded[] {
  const random = seededRandom(person.id + today);
  const days = pastDays(today);
  return days.flatMap((date, day) => {
    const count = Math.floor(person.load * (0.5 + random()) + random() * 0.5);
    const age = days.length - day;
    let hour = 8;
    return Array.from({ length: count }, (_, index) => {
      const name = person.themes[Math.floor(random() * person.themes.length)] ?? '';
      const { activities } = themeOf(name);
      const [title, quantity, unit, minutes] = activities[Math.floor(random() * activities.length)] ?? [
        '',
        1,
        'kegiatan',
        60,
      ];
      const start = `${String(hour % 24).padStart(2, '0')}:${random() < 0.5 ? '00' : '30'}`;
      hour += Math.ceil(minutes / 60);
      const end = endOf(start, minutes);
      const state = stateOf(age, random());
      const decided = state === 'approved' || state === 'returned';
      return seeded(
        'activity',
        {
          ...{ scope: workScope(person.id), id: stableId('activity', person.id, date, String(index)) },
          ...{ employeeId: person.id, resultId: stableId('result', person.id, name), date, title },
          ...{
            description: '',
            start,
            end,
            minutes,
            quantity: Math.max(1, Math.round(quantity * (0.7 + random() * 0.6))),
          },
          ...{
            unit,
            state,
            revision: 1,
            createdAt: `${date}T08:10:00.000Z`,
            clock: 'trusted' as const,
            editedAt: null,
          },
          note: state === 'returned' ? 'Mohon lengkapi bukti dukung dan jumlahnya.' : null,
          submittedAt: state === 'draft' ? null : `${date}T08:30:00.000Z`,
          decidedAt: decided ? `${addDays(date, 1)}T01:00:00.000Z` : null,
          decidedBy: decided ? (person.supervisorId ?? person.id) : null,
          typedBy: null,
        },
        day + 2,
      );
    });
  });
}

/** Older work is approved; of the last days some waits, some came back. */
function stateOf(age: number, chance: number): Row<'activity'>['state'] {
  if (age > 3) return 'approved';
  if (age > 1) return chance < 0.1 ? 'returned' : 'submitted';
  return chance < 0.3 ? 'draft' : 'submitted';
}

function endOf(start: string, minutes: number): string {
  const total = (Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + minutes) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

function themeOf(name: string): DemoTheme {
  const theme = DEMO_WORK[name];
  if (!theme) throw new Error(`no demo theme "${name}"`);
  return theme;
}

async function insertByVersion(tx: Transaction<Database>, changes: Seeded[]): Promise<void> {
  const scopes = new Set(changes.map(({ scope }) => scope));
  for (const { id } of [...DEMO_EMPLOYEES, DEMO_ADMINISTRATOR]) {
    scopes.add(planScope(id)).add(workScope(id)).add(payScope(id));
  }
  const agencyId = DEMO_AGENCY.id;
  const last = Math.max(...changes.map(({ order }) => order));
  await tx
    .insertInto('scope')
    .values([...scopes].map((id) => ({ agencyId, id, version: last })))
    .execute();
  for (let order = 1; order <= last; order += 1) {
    const now = changes.filter((change) => change.order === order);
    await writeRows(tx, domain.tables, agencyId, now, new Map([...scopes].map((scope) => [scope, order])));
  }
}
