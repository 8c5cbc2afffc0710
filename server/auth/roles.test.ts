// The table of roles (shared/people/rules/roles.ts), asked of the server cell by cell: whoever holds one of them alone tries
// what each row says, over HTTP.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import { type MutationName, mutations } from '#shared/mutations.ts';
import { HOLDERS, type Holder, type Power, ROLE_TABLE } from '#shared/people/rules/roles.ts';
import type { SyncResponse } from '#shared/sync/protocol.ts';
import { stableId } from '../demo/seeding.ts';
import { type Person, type Sent, TestDevice } from '../testing/device.ts';
import { startTestServer, type TestServer } from '../testing/server.ts';

/** Of the demo: who leads whom follows from their posts. The owner works for the superior, who works for the head. */
const OWNER = 'penguji-1';
const NIPS: Record<Holder, string> = {
  employee: '199203192015031002',
  superior: '197808152003121012',
  head: '197004121995031002',
  admin: '198505052010011099',
  treasurer: '198704042010012015',
  auditor: '',
};
const MONTH = '2026-10';

let server: TestServer;
const people = {} as Record<Holder, Person>;

beforeAll(async () => {
  server = await startTestServer();
  const { rows } = await sql<{ id: string; nip: string }>`
    select employee_id as id, nip from account where employee_id not in (select employee_id from office_role)
      and nip not in (${sql.join(Object.values(NIPS))}) and not exists (select from assignment a where a.supervisor_id = account.employee_id)
    order by 1 limit 1`.execute(server.db);
  NIPS.auditor = rows[0]?.nip ?? '';
  const idOf = async (nip: string) => {
    const found = await sql<{ id: string }>`select employee_id as id from account where nip = ${nip}`.execute(
      server.db,
    );
    return found.rows[0]?.id ?? '';
  };
  for (const holder of HOLDERS) {
    people[holder] = { id: await idOf(NIPS[holder]), cookie: await server.signIn(NIPS[holder]) };
  }
  const given = await office('admin', 'office-role.give', {
    ...{ id: randomUUID(), employeeId: people.auditor.id, role: 'auditor', validFrom: '2026-11-01', validUntil: null },
  });
  expect(given).toBe('applied');
});
afterAll(() => server.close());

const ask = async (holder: Holder, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
  (await server.app.inject({ method, url, headers: { cookie: people[holder].cookie }, ...(payload && { payload }) }))
    .statusCode;
const reads = async (holder: Holder, url: string) => (await ask(holder, 'GET', url)) === 200;

const outcomeOf = (outcome: SyncResponse['outcomes'][number] | undefined) =>
  outcome && 'refusal' in outcome ? outcome.refusal.code : outcome?.result;

async function office(holder: Holder, name: MutationName, args: object): Promise<string | undefined> {
  const mutation = { id: randomUUID(), name, v: mutations[name].version, args, at: server.time.now.toISOString() };
  const answer = await server.app.inject({
    ...{ method: 'POST', url: '/api/office', headers: { cookie: people[holder].cookie } },
    payload: { mutations: [mutation] },
  });
  return outcomeOf(answer.json().outcomes?.[0]);
}

async function acts(holder: Holder, name: MutationName, args: object): Promise<string | undefined> {
  const device = await TestDevice.create(server, people[holder]);
  const mutation: Sent = {
    id: randomUUID(),
    name,
    v: mutations[name].version,
    args,
    at: server.time.now.toISOString(),
  };
  return outcomeOf((await device.sync([mutation])).outcomes[0]);
}

const REFUSED = ['forbidden', 'not-administrator', 'not-treasurer', 'not-supervisor'];
/** Whatever else is wrong with it, it is no matter of the role. */
function allowed(outcome: string | undefined): boolean {
  // What was not understood was not asked.
  if (outcome === 'malformed' || outcome === 'unknown-mutation') throw new Error(outcome);
  return outcome !== undefined && !REFUSED.includes(outcome);
}

/** Whom the head leads directly, and the owner's own superior. */
const below = async (holder: Holder) => {
  const { rows } = await sql<{ id: string }>`
    select employee_id as id from assignment where supervisor_id = ${people[holder].id} order by 1 limit 1`.execute(
    server.db,
  );
  return rows[0]?.id ?? OWNER;
};

const tries: Record<Power, (holder: Holder) => Promise<boolean>> = {
  'read plan and work of others': async (holder) => {
    const device = await TestDevice.create(server, people[holder]);
    return `w:${await below(holder)}` in (await device.sync([])).positions;
  },
  'approve the work of others': async (holder) => {
    const args = { employeeId: await below(holder), id: randomUUID(), revision: 1 };
    return allowed(await acts(holder, 'activity.approve', args));
  },
  'see how much is typed by its owners': (holder) => reads(holder, '/api/self-typed'),
  'read the allowances of a month': (holder) => reads(holder, `/api/payroll/${MONTH}`),
  'read the slip of another': (holder) => reads(holder, `/api/payroll/${MONTH}/${OWNER}`),
  'draw up the allowances': async (holder) =>
    (await ask(holder, 'POST', `/api/payroll/${MONTH}/draw`, { id: randomUUID() })) === 200 &&
    (await drawnBy()) === people[holder].id,
  'read what holds for one person (sanctions and the like)': (holder) => reads(holder, '/api/pay-entries'),
  'read tax status and account': (holder) => reads(holder, `/api/payees/${MONTH}`),
  'decide on explanations of attendance': async (holder) =>
    allowed(await office(holder, 'explanation.accept', { employeeId: OWNER, date: '2026-11-23', revision: 1 })),
  'read the leave of all': (holder) => reads(holder, '/api/leave'),
  'adopt policies': async (holder) =>
    allowed(
      await acts(holder, 'policy.adopt', {
        ...{ id: randomUUID(), kind: 'leave', validFrom: '2027-01-01', reason: null, content: DEFAULT_POLICIES.leave },
      }),
    ),
  'take people from a list': async (holder) =>
    allowed(
      await office(holder, 'personnel.take', {
        ...{ units: [], people: [], left: [], ended: [], from: '2026-12-01' },
        seen: { new: 1, returned: 0, moved: 0, promoted: 0, superior: 0, corrected: 0, left: 0, units: 0 },
      }),
    ),
  'see who has an account': (holder) => reads(holder, '/api/accounts'),
  'give codes for accounts': async (holder) =>
    (await ask(holder, 'POST', '/api/accounts/codes', { employeeIds: [OWNER] })) === 200,
  'see and end the sessions of others': async (holder) =>
    (await reads(holder, `/api/sessions/${OWNER}`)) &&
    (await ask(holder, 'DELETE', `/api/sessions/${OWNER}/${'0'.repeat(64)}`)) === 204,
  'see how devices sync': (holder) => reads(holder, '/api/admin/sync-health'),
  'announce maintenance': async (holder) => (await ask(holder, 'DELETE', '/api/admin/maintenance')) !== 403,
  'give and take roles': async (holder) =>
    allowed(await office(holder, 'office-role.take', { id: stableId('office-role', 'nobody', 'admin') })),
};

async function drawnBy() {
  const { rows } = await sql<{ by: string }>`select drawn_by as by from payroll where id = ${MONTH}`.execute(server.db);
  return rows[0]?.by;
}

describe.each(Object.keys(ROLE_TABLE) as Power[])('to %s', (power) => {
  it.each(HOLDERS)('is right for the %s', async (holder) => {
    expect(await tries[power](holder)).toBe(ROLE_TABLE[power][holder] !== '-');
  });
});

it('a role holds from its first day to its last, and ends at once when it is taken', async () => {
  const id = randomUUID();
  const role = {
    id,
    employeeId: people.employee.id,
    role: 'treasurer',
    validFrom: '2026-12-01',
    validUntil: '2026-12-31',
  };
  expect(await office('admin', 'office-role.give', role)).toBe('applied');
  expect(await office('admin', 'office-role.give', { ...role, id: randomUUID() })).toBe('already-exists');
  const holds = async (at: string) => {
    server.time.now = new Date(at);
    return reads('employee', `/api/payees/${MONTH}`);
  };
  // In the agency's zone, eight hours ahead.
  expect(await holds('2026-11-30T15:59:00.000Z')).toBe(false);
  expect(await holds('2026-11-30T16:01:00.000Z')).toBe(true);
  expect(await holds('2026-12-10T02:00:00.000Z')).toBe(true);
  expect(await office('admin', 'office-role.take', { id })).toBe('applied');
  expect(await holds('2026-12-10T02:01:00.000Z')).toBe(false);
  expect(await office('admin', 'office-role.take', { id: stableId('office-role', people.admin.id, 'admin') })).toBe(
    'own-role',
  );
  const { rows } = await sql<{ name: string }>`
    select name from mutation_log where name like 'office-role.%' and args->>'id' = ${id} and outcome->>'result' = 'applied'
    order by received_at, seq`.execute(server.db);
  expect(rows.map(({ name }) => name)).toEqual(['office-role.give', 'office-role.take']);
});
