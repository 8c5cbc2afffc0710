import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRows } from '#server/db/rows.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import type { AgencyWatch } from '#shared/deadlines/api.ts';
import { watched } from '#shared/deadlines/questions/watch.ts';
import { domain } from '#shared/domain.ts';
import { ask } from '#shared/sync/question.ts';

const ADMINISTRATOR = '198505052010011099';
const TENANT = 'dishub-hsu';

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.signIn(ADMINISTRATOR);
}, 120_000);
afterAll(() => server.close());

const get = (month: string, by = cookie) => server.app.inject({ url: `/api/watch/${month}`, headers: { cookie: by } });
const watch = async (month: string) => (await get(month)).json<AgencyWatch>();

describe('an administrator watches the agency', () => {
  it('by the question that a device asks, though fewer columns are loaded for it', async () => {
    const { people } = await watch('2026-11');
    expect(people.length).toBeGreaterThan(20);
    const { rows } = await sql<{ agencyId: string }>`select agency_id from employee limit 1`.execute(server.db);
    const tenant = rows[0]?.agencyId ?? TENANT;
    const whole = await ask(watched, {
      args: { month: '2026-11', employeeIds: people.map(({ employeeId }) => employeeId) },
      asking: {
        actor: { id: 'admin-bkpsdm', tenant, roles: ['admin'], timeZone: 'Asia/Makassar' },
        ...{ today: '2026-11-24', now: server.time.now.toISOString() },
      },
      load: (reads) => loadRows(server.db, domain.tables, tenant, reads),
    });
    expect(people).toEqual(whole);
    // The demo agency has of everything: plans of all kinds, empty days, and what nobody has rated.
    expect(new Set(people.map(({ plan }) => plan))).toContain('none');
    expect(people.some(({ emptyDays }) => emptyDays > 0)).toBe(true);
    expect(people.some(({ unrated }) => unrated > 0)).toBe(true);
    expect(people.find(({ employeeId }) => employeeId === 'adm-1')).toMatchObject({ plan: 'none', planOver: true });
  });

  it('and nobody else does, nor of a month that is none', async () => {
    expect((await get('2026-11', await server.signIn('197808152003121012'))).statusCode).toBe(403);
    expect((await get('2026-13')).statusCode).toBe(400);
    expect((await get('9999-12')).statusCode).toBe(400);
  });
});

/** What the employee of the demo has, for each of the crowd; of work that of two weeks. */
async function copyRows(table: 'skp' | 'activity', scope: string, { from, until }: { from: number; until: number }) {
  await sql`
    insert into ${sql.table(table)}
    select made.* from ${sql.table(table)} r, generate_series(${from}::int, ${until}::int) n,
      lateral jsonb_populate_record(null::${sql.table(table)}, to_jsonb(r) || jsonb_build_object(
        'scope_id', ${scope}::text || 'many-' || n, 'employee_id', 'many-' || n)) made
    where r.scope_id = ${`${scope}penguji-1`} and not r.deleted
      and coalesce(to_jsonb(r) ->> 'date', '9') >= '2026-11-11'`.execute(server.db);
}

it('of 5,000 people it costs a statement for some hundreds, and everybody is among them once', async () => {
  // A crowd that has each a plan and a month of work, as the employee of the demo has.
  await sql`
    insert into employee (agency_id, scope_id, id, version, deleted, nip, name, employment, grade)
    select e.agency_id, e.scope_id, 'many-' || n, e.version, false, null, 'Pegawai ' || n, 'PNS', e.grade
    from employee e, generate_series(1, 5000) n where e.id = 'penguji-1'`.execute(server.db);
  await sql`
    insert into assignment
    select made.* from assignment r, generate_series(1, 5000) n,
      lateral jsonb_populate_record(null::assignment,
        to_jsonb(r) || jsonb_build_object('id', 'post-many-' || n, 'employee_id', 'many-' || n)) made
    where r.employee_id = 'penguji-1'`.execute(server.db);
  await sql`
    insert into scope (agency_id, id)
    select e.agency_id, kind || e.id from employee e, unnest(array['p:', 'w:', 'm:']) kind
    where e.id like 'many-%'`.execute(server.db);
  await copyRows('skp', 'p:', { from: 1, until: 5000 });
  // So many at once as a statement has time for.
  for (let from = 1; from <= 5000; from += 500) await copyRows('activity', 'w:', { from, until: from + 499 });
  await sql`analyze`.execute(server.db);
  server.statements.length = 0;
  const began = performance.now();
  const { people } = await watch('2026-11');
  console.info(`5,000 people: ${Math.round(performance.now() - began)} ms`);
  const crowd = people.filter(({ employeeId }) => employeeId.startsWith('many-'));
  expect(new Set(crowd.map(({ employeeId }) => employeeId)).size).toBe(5000);
  const one = people.find(({ employeeId }) => employeeId === 'penguji-1');
  // The crowd has nothing of the first seven working days.
  expect(crowd[0]).toMatchObject({ plan: 'approved', emptyDays: (one?.emptyDays ?? 0) + 7 });
  expect(server.statements.length).toBeLessThan(30);
}, 300_000);
