import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createApp } from '#server/app.ts';
import { verifyChains } from '#server/audit/verify.ts';
import { readConfig } from '#server/config.ts';
import { migrate } from '#server/db/migrate.ts';
import { fileStorage } from '#server/files/storage.ts';
import type { App } from '#server/services.ts';
import { Pokes } from '#server/sync/pokes.ts';
import { emptyDatabase } from '#server/testing/empty-database.ts';
import { offerSetUp } from './set-up-link.ts';

const NIP = '198505052010011099';
const agency = {
  ...{ name: 'Dinas Perhubungan Kota Contoh', kind: 'office', timeZone: 'Asia/Makassar' },
  letterhead: 'PEMERINTAH KOTA CONTOH\nDINAS PERHUBUNGAN',
};
const administrator = { nip: '19850505 201001 1 099', name: 'Siti Aminah, S.Kom.', password: 'sungai negara' };
const NOW = new Date('2026-11-24T02:00:00Z');

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let app: App;
const time = { now: NOW };
beforeAll(async () => {
  database = await emptyDatabase();
  const { db } = database;
  await migrate(db);
  const config = { ...readConfig({ DATABASE_URL: inject('postgres'), LOG_LEVEL: 'silent' }), clientDir: null };
  const pokes = new Pokes(db, inject('postgres'), { timeout: 5000 });
  const files = fileStorage({ kind: 'folder', folder: '/tmp/none' });
  app = await createApp({ config, db, pokes, clock: () => time.now, random: () => 0.5, files });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
const offered = async () => (await offerSetUp(database.db, time.now))?.token ?? '';

it('nobody gets in without the link, with an old one, or with a weak password', async () => {
  const token = await offered();
  const invented = 'x'.repeat(43);
  expect((await post('/api/set-up/link', { token: invented })).statusCode).toBe(404);
  expect((await post('/api/set-up', { token: invented, agency, administrator })).statusCode).toBe(404);
  for (const password of ['short', NIP, 'aaaaaaaaaaaa']) {
    const answer = await post('/api/set-up', { token, agency, administrator: { ...administrator, password } });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'malformed']);
  }
  const wrong = { ...administrator, nip: '123' };
  expect((await post('/api/set-up', { token, agency, administrator: wrong })).statusCode).toBe(400);
  const nowhere = { ...agency, timeZone: 'Europe/Paris' };
  expect((await post('/api/set-up', { token, agency: nowhere, administrator })).statusCode).toBe(400);
  time.now = new Date(NOW.getTime() + 25 * 3_600_000);
  expect((await post('/api/set-up/link', { token })).statusCode).toBe(404);
  expect((await post('/api/set-up', { token, agency, administrator })).statusCode).toBe(404);
  time.now = NOW;
  expect(await database.db.selectFrom('agency').selectAll().execute()).toEqual([]);
});

it('the link is stored as its hash alone', async () => {
  const token = await offered();
  const { rows } = await sql<{ kept: string }>`select set_up_link::text as kept from set_up_link`.execute(database.db);
  expect(rows.length).toBeGreaterThan(0);
  for (const { kept } of rows) expect(kept).not.toContain(token);
});

it('opens one agency, for one of those who come at once, with all that its people need', async () => {
  const { db } = database;
  const tokens = [await offered(), await offered()];
  expect((await post('/api/set-up/link', { token: tokens[0] ?? '' })).statusCode).toBe(204);
  const answers = await Promise.all(tokens.map((token) => post('/api/set-up', { token, agency, administrator })));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 404]);
  for (const token of tokens) expect((await post('/api/set-up/link', { token })).statusCode).toBe(404);
  expect(await offerSetUp(db, NOW)).toBeNull();

  const id = 'dinas-perhubungan-kota-contoh';
  expect(await db.selectFrom('agency').select(['id', 'name', 'kind', 'timeZone', 'letterhead']).execute()).toEqual([
    { id, ...agency },
  ]);
  const signedIn = await post('/api/session', { nip: NIP, password: administrator.password });
  expect(signedIn.json()).toMatchObject({ agencyId: id, name: administrator.name, nip: NIP, roles: ['admin'] });
  const { rows } = await sql`select kind, valid_from::text as "from" from policy order by kind`.execute(db);
  expect(rows).toEqual(['allowance', 'leave', 'performance', 'time'].map((kind) => ({ kind, from: '2026-01-01' })));
  const log = await db.selectFrom('mutationLog').select(['name', 'args']).execute();
  expect(log.map(({ name }) => name)).toEqual(['agency.open', 'office-role.give']);
  expect(JSON.stringify(log)).not.toContain(administrator.password);
  expect((await verifyChains(db)).broken).toEqual([]);
});

it('a further agency is opened by the command alone, and one with a taken NIP is not', async () => {
  const { db } = database;
  const [{ name = '' } = {}] = (await sql<{ name: string }>`select current_database() as name`.execute(db)).rows;
  const DATABASE_URL = Object.assign(new URL(inject('postgres')), { pathname: `/${name}` }).href;
  const run = (nip: string, ...more: string[]) =>
    promisify(execFile)(
      process.execPath,
      ['server/set-up.ts', '--agency', agency.name, '--nip', nip, '--name', 'Budi', ...more],
      { env: { ...process.env, DATABASE_URL, ADMIN_PASSWORD: 'pasar terapung' } },
    );
  await expect(run(NIP)).rejects.toMatchObject({ stderr: expect.stringContaining('has an account already') });
  await expect(run('12')).rejects.toMatchObject({ stderr: expect.stringContaining('nip missing or wrong') });
  const other = '198001012005011001';
  const { stdout } = await run(other, '--time-zone', 'Asia/Jakarta', '--letterhead', 'A\\nB');
  expect(stdout).toContain('dinas-perhubungan-kota-contoh-2');
  const opened = await db.selectFrom('agency').selectAll().where('id', 'like', '%-2').executeTakeFirst();
  expect(opened).toMatchObject({ timeZone: 'Asia/Jakarta', letterhead: 'A\nB' });
  const signedIn = await post('/api/session', { nip: other, password: 'pasar terapung' });
  expect(signedIn.statusCode).toBe(200);
});
