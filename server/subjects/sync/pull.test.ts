import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { stableId } from '#server/demo/seeding.ts';
import { pull, pullFrom } from '#server/sync/pull.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { PROTOCOL, type SyncRequest, type SyncResponse } from '#shared/sync/protocol.ts';
import { tables } from '#shared/tables.ts';

const TENANT = 'dishub-hsu';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** A scope with one template for each id, all of one version or each of its own. */
async function scopeWith(ids: string[], { oneVersion }: { oneVersion: boolean }): Promise<string> {
  const scope = `p:${randomUUID()}`;
  await sql`insert into scope (agency_id, id, version) values (${TENANT}, ${scope}, ${ids.length})`.execute(server.db);
  await sql`
    insert into template (agency_id, scope_id, id, version, position, content, at)
    select ${TENANT}, ${scope}, id, ${oneVersion ? sql`1` : sql`n`}, id, '{}', now()
    from unnest(${ids}::text[]) with ordinality as t (id, n)`.execute(server.db);
  return scope;
}

/** Everything, page by page; the ids in the order in which they came. */
async function pages(scopes: string[], page: number): Promise<string[]> {
  const ids: string[] = [];
  let known: SyncRequest['known'] = {};
  for (let more = true; more; ) {
    // As a device does: what it is told goes through JSON and comes back.
    const answer = await pull(server.db, {
      tables,
      tenant: TENANT,
      scopes,
      known: JSON.parse(JSON.stringify(known)),
      page,
    });
    ids.push(...answer.changes.flatMap(({ rows }) => rows.map(({ id }) => id)));
    ({ positions: known, more } = answer);
    if (ids.length > 10_000) throw new Error('it does not end');
  }
  return ids;
}

describe('pages of rows whose ids are any text', () => {
  const ids = [
    ...['pengelola data', 'pengelola data dan informasi', 'a b c d e', ' ', '%20', '"', "'", '\\', '漢字', '🚚 🚚'],
    ...['x'.repeat(150), `${'x'.repeat(150)} y`, 'panjang '.repeat(25), '\n', 'null', '-1'],
  ];
  for (const oneVersion of [true, false]) {
    it(`bring each once, ${oneVersion ? 'though all are of one version' : 'each of its own version'}`, async () => {
      const scopes = [await scopeWith(ids, { oneVersion }), await scopeWith(ids, { oneVersion })];
      for (const page of [1, 3, 16]) expect((await pages(scopes, page)).sort()).toEqual([...ids, ...ids].sort());
    });
  }
});

describe('a position that nobody was given', () => {
  it('begins its scope anew, or is refused as a whole, but never breaks the server', async () => {
    const cookie = await server.signIn('198812042014021003');
    const ask = async (known: object) => {
      const envelope = { protocol: PROTOCOL, app: 't', actor: 'penguji-1', device: randomUUID(), mutations: [] };
      const payload = { ...envelope, known, epoch: null, settled: 0 };
      return server.app.inject({ method: 'POST', url: '/api/sync', headers: { cookie }, payload });
    };
    const scope = 'w:penguji-1';
    const whole = (await ask({})).json<SyncResponse>();
    const rowsOf = ({ changes }: SyncResponse) => changes.find((set) => set.scope === scope)?.rows.length;
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const rest of ['', '9', 'a b c d e', forged([1, randomUUID(), 1, 1, '\0']), forged(['1', null, 1, 1, 'x'])]) {
      const answer = await ask({ [scope]: { through: 0, rest } });
      expect(answer.statusCode, rest).toBe(200);
      expect(rowsOf(answer.json()), rest).toBe(rowsOf(whole));
    }
  });
});

describe('what a page costs', () => {
  const TEAM = 30;
  const ENTRIES = 400;
  const scopes = Array.from({ length: TEAM }, (_, n) => `w:team-${n}`);
  beforeAll(async () => {
    await sql`insert into scope (agency_id, id, version)
      select ${TENANT}, scope, ${ENTRIES} from unnest(${scopes}::text[]) scope`.execute(server.db);
    await sql`
      insert into activity select made.* from (table activity limit 1) a, unnest(${scopes}::text[]) scope,
        generate_series(1, ${ENTRIES}) n, lateral jsonb_populate_record(null::activity, to_jsonb(a)
          || jsonb_build_object('scope_id', scope, 'id', scope || '-' || n, 'version', n)) made`.execute(server.db);
    await sql`analyze`.execute(server.db);
  });

  /** Entries of index and table that have been read so far on this connection. */
  const readSoFar = async (tx: DbOrTransaction) => {
    const { rows } = await sql<{ read: number }>`
      select (pg_stat_get_xact_tuples_returned('activity'::regclass) + sum(pg_stat_get_xact_tuples_returned(indexrelid)))::integer
        as read from pg_index where indrelid = 'activity'::regclass`.execute(tx);
    return rows[0]?.read ?? 0;
  };
  const page = (known: SyncRequest['known'], size: number) =>
    server.db.transaction().execute(async (tx) => {
      const before = await readSoFar(tx);
      const { positions } = await pullFrom(tx, { tables, tenant: TENANT, scopes, known, page: size });
      return { positions, read: (await readSoFar(tx)) - before };
    });

  it('follows what it sends: not how many people there are, nor how much was sent before', async () => {
    let known: SyncRequest['known'] = {};
    for (let turn = 0; turn < 20; turn += 1) {
      const answer = await page(known, 200);
      expect(answer.read).toBeGreaterThanOrEqual(200);
      expect(answer.read).toBeLessThan(3 * 201);
      known = answer.positions;
    }
  });
});

describe('the tables that a pull asks', () => {
  const [scope, tenant] = [`p:${randomUUID()}`, TENANT];
  /** What a device gets that holds everything up to a version, and the statements that it took. */
  const pullAbove = async (version: number) => {
    const { rows } = await sql<{ stamp: string }>`
      select stamp from scope_version where scope_id = ${scope} and version = ${version}`.execute(server.db);
    server.statements.length = 0;
    const known = { [scope]: { through: version, stamp: rows[0]?.stamp ?? '' } };
    const { changes } = await pull(server.db, { tables, tenant, scopes: [scope], known });
    return { tables: changes.map(({ table }) => table).sort(), sql: server.statements.join('\n') };
  };
  const write = async (table: 'template' | 'annex', version: number, moved: string[] | null) => {
    const said = moved ? sql`, moved = ${moved}::text[]` : sql``;
    await sql`update scope set version = ${version}${said} where id = ${scope}`.execute(server.db);
    const [columns, values] =
      table === 'template'
        ? [sql`position, content, at`, sql`'', '{}', now()`]
        : [sql`skp_id, kind, text, created_at`, sql`'', 'resource', '', now()`];
    await sql`insert into ${sql.table(table)} (agency_id, scope_id, id, version, ${columns})
      select ${TENANT}, ${scope}, ${randomUUID()}, ${version}, ${values}`.execute(server.db);
  };

  it('are those that moved; where somebody did not say which, all of them', async () => {
    await sql`insert into scope (agency_id, id, version) values (${TENANT}, ${scope}, 1)`.execute(server.db);
    await write('template', 2, ['template']);
    await write('annex', 3, null);
    await write('annex', 4, ['annex']);
    await write('template', 5, ['template']);
    expect(await pullAbove(4)).toMatchObject({
      tables: ['template'],
      sql: expect.not.stringContaining('from "annex"'),
    });
    const both = await pullAbove(3);
    expect(both).toMatchObject({ tables: ['annex', 'template'], sql: expect.not.stringContaining('from "skp"') });
    const unsaid = await pullAbove(2);
    expect(unsaid).toMatchObject({ tables: ['annex', 'template'], sql: expect.stringContaining('from "skp"') });
    // The word is about one version: it does not stay for the next.
    await write('annex', 6, null);
    expect((await pullAbove(5)).tables).toEqual(['annex']);
  });

  it('after a push are those that it wrote', async () => {
    const [cookie, device] = [await server.signIn('198812042014021003'), randomUUID()];
    const ask = async (mutations: object[], known: object) => {
      const envelope = { protocol: PROTOCOL, app: 't', actor: 'penguji-1', device, epoch: null, settled: 0 };
      const payload = { ...envelope, mutations, known };
      const answer = await server.app.inject({ method: 'POST', url: '/api/sync', headers: { cookie }, payload });
      return answer.json<SyncResponse>();
    };
    const { positions } = await ask([], {});
    const args = {
      ...{ id: randomUUID(), resultId: stableId('result', 'penguji-1', 'uji'), date: '2026-11-24', title: 'Uji' },
      ...{ description: '', time: { start: null, end: null, minutes: 60 }, output: { quantity: 1, unit: 'unit' } },
    };
    const at = server.time.now.toISOString();
    server.statements.length = 0;
    const answer = await ask([{ seq: 1, id: randomUUID(), name: 'activity.log', v: 1, args, at }], positions);
    expect(answer.changes.map(({ table }) => table)).toEqual(['activity']);
    expect(server.statements.filter((text) => text.includes('from "evaluation"'))).toEqual([]);
  });
});
