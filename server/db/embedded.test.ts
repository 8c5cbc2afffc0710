import { chmod, chown, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDataDir } from '#server/testing/data-dir.ts';
import { connect } from './database.ts';
import { type EmbeddedDatabase, reachEmbedded, startEmbedded } from './embedded.ts';
import { runningPostmaster } from './postmaster.ts';

const LOCK = 'postgres/postmaster.pid';
let ours: string;
let other: string;
let running: EmbeddedDatabase;
beforeAll(async () => {
  [ours, other] = [await temporaryDataDir('kerjaku-embedded-'), await temporaryDataDir('kerjaku-embedded-')];
  await (await startEmbedded(ours, { fast: true })).stop();
  await cp(ours, other, { recursive: true });
  const { uid, gid } = await stat(join(ours, 'postgres'));
  await chownAll(join(other, 'postgres'), uid, gid);
  await chmod(join(other, 'postgres'), 0o700);
  running = await startEmbedded(other, { fast: true });
}, 60_000);
afterAll(async () => {
  await running.stop();
  for (const folder of [ours, other]) await rm(folder, { recursive: true, force: true });
});

async function chownAll(folder: string, uid: number, gid: number): Promise<void> {
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), uid, gid);
}

async function answers(url: string): Promise<string> {
  const db = connect(url, { connections: 1 });
  try {
    const { rows } = await sql<{ home: string }>`select current_setting('data_directory') as home`.execute(db);
    return rows[0]?.home ?? '';
  } finally {
    await db.destroy();
  }
}

/** Starts with what postmaster.pid says, as the user who runs PostgreSQL left it. */
async function startsWith(lock: string): Promise<void> {
  const { uid, gid } = await stat(join(ours, 'postgres'));
  await writeFile(join(ours, LOCK), lock);
  await chown(join(ours, LOCK), uid, gid);
  const database = await startEmbedded(ours, { fast: true });
  try {
    expect(await answers(database.url)).toBe(join(ours, 'postgres'));
  } finally {
    await database.stop();
  }
}

describe('a lock in the data folder', () => {
  it('of a PostgreSQL that works in another folder never ends that one', async () => {
    const lock = await readFile(join(other, LOCK), 'utf8');
    await startsWith(lock);
    // Also where the number is another's by now, and only the rest of the lock is ours.
    await startsWith(lock.replace(join(other, 'postgres'), join(ours, 'postgres')));
    expect(await answers(running.url)).toBe(join(other, 'postgres'));
  }, 60_000);

  it('that names some other process, or nothing at all, does not keep the server from starting', async () => {
    const port = 5999;
    const { ppid } = process;
    for (const lock of [
      '',
      '\n',
      'not a number',
      `${ppid}\n${ours}/postgres\n1\n${port}\n\n`,
      '4194303\n',
      '-1\n',
      '1\n',
    ]) {
      await startsWith(lock);
    }
  }, 120_000);

  it('of a PostgreSQL that works in this folder is known as ours, and so would be ended or used', async () => {
    const password = await readFile(join(other, 'postgres.password'), 'utf8');
    const pid = Number((await readFile(join(other, LOCK), 'utf8')).split('\n')[0]);
    expect(await runningPostmaster(join(other, 'postgres'), password)).toMatchObject({ pid });
    const reached = await reachEmbedded(other);
    expect(await answers(reached.url)).toBe(join(other, 'postgres'));
    await reached.stop();
    expect(await answers(running.url)).toBe(join(other, 'postgres'));
  });
});
