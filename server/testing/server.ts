// A server for tests: its own database on the test PostgreSQL, the demo agency in it, a clock that the test sets.

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { createApp } from '#server/app.ts';
import { type Config, readConfig } from '#server/config.ts';
import { connect, DATABASE_TIMEOUT, type Db } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { DEMO_AGENCY, DEMO_PASSWORD } from '#server/demo/agency.ts';
import { seedDemo } from '#server/demo/seed.ts';
import { type FileStorage, fileStorage } from '#server/files/storage.ts';
import type { App } from '#server/services.ts';
import { Pokes } from '#server/sync/pokes.ts';
import { plainDate } from '#shared/time/plain-date.ts';

export interface TestServer {
  app: App;
  db: Db;
  pokes: Pokes;
  files: FileStorage;
  /** The time that the server believes it is. */
  time: { now: Date };
  /** Every SQL statement since the list was last emptied. */
  statements: string[];
  /** Signs a demo person in and returns the cookie. */
  signIn: (nip: string) => Promise<string>;
  close: () => Promise<void>;
}

export interface TestServerOptions {
  /** What differs from the usual settings of a test. */
  settings?: Partial<Config>;
  /** By which address the server reaches its database, for a test that breaks the wire. */
  through?: (url: string) => string;
  /** Milliseconds between two looks whether the wire to LISTEN is alive. */
  pingMs?: number;
}

export async function startTestServer(
  now = new Date('2026-11-24T02:00:00Z'),
  { settings = {}, through = (url) => url, pingMs }: TestServerOptions = {},
): Promise<TestServer> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const root = connect(inject('postgres'), { connections: 1 });
  await sql.raw(`create database ${name} template ${await demoTemplate(root, now)}`).execute(root);
  const url = databaseUrl(name);
  const statements: string[] = [];
  const timeout = settings.databaseTimeout ?? DATABASE_TIMEOUT;
  const reached = through(url);
  const db = connect(reached, { connections: 4, timeout, onSql: (text) => statements.push(text) });
  const time = { now };
  const fileDir = await mkdtemp(join(tmpdir(), 'kerjaku-files-'));
  const files = fileStorage({ kind: 'folder', folder: fileDir });
  const config: Config = {
    ...readConfig({ DATABASE_URL: url, DEMO: 'yes', LOG_LEVEL: 'silent' }),
    ...{ clientDir: null, port: 0 },
    ...settings,
  };
  const pokes = new Pokes(db, reached, { timeout, ...(pingMs && { pingMs }) });
  await pokes.open();
  const app = await createApp({ config, db, pokes, clock: () => time.now, random: () => 0.5, files });
  return {
    ...{ app, db, pokes, files, time, statements },
    signIn: async (nip) => {
      const payload = { nip, password: DEMO_PASSWORD };
      const response = await app.inject({ method: 'POST', url: '/api/session', payload });
      const cookie = response.cookies[0];
      return `${cookie?.name}=${cookie?.value}`;
    },
    close: async () => {
      await pokes.close();
      await app.close();
      await db.destroy();
      await sql.raw(`drop database ${name} with (force)`).execute(root);
      await root.destroy();
      await rm(fileDir, { recursive: true, force: true });
    },
  };
}

/** The database of the demo agency as it is on a day: made by whoever asks first, copied by all. Answers its name. */
async function demoTemplate(root: Db, now: Date): Promise<string> {
  const name = `demo_${plainDate(now.toISOString(), DEMO_AGENCY.timeZone).replaceAll('-', '')}`;
  await sql`select pg_advisory_lock(hashtext(${name}))`.execute(root);
  const there = await sql`select 1 from pg_database where datname = ${name}`.execute(root);
  if (there.rows.length === 0) {
    const unfinished = `${name}_unfinished`;
    await sql.raw(`drop database if exists ${unfinished}`).execute(root);
    await sql.raw(`create database ${unfinished}`).execute(root);
    const db = connect(databaseUrl(unfinished), { connections: 2, timeout: null });
    await migrate(db);
    await seedDemo(db, now);
    await db.destroy();
    await sql.raw(`alter database ${unfinished} rename to ${name}`).execute(root);
  }
  await sql`select pg_advisory_unlock(hashtext(${name}))`.execute(root);
  return name;
}

const databaseUrl = (name: string) => Object.assign(new URL(inject('postgres')), { pathname: `/${name}` }).href;
