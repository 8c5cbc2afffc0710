// Whose is the process that postmaster.pid names? A number says nothing: the folder may be a copy, the number may belong
// to another process by now, the file may be empty after a power cut. Only a PostgreSQL that works in this very folder
// counts, and nobody else's is ever touched.

import { readlink, realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { readIfThere } from './read-if-there.ts';

export interface Postmaster {
  pid: number;
  url: string;
}

/** Milliseconds; a PostgreSQL that is asked on this machine answers sooner. */
const ASK_MS = 3000;

/** The PostgreSQL that runs in a folder; null where none does. `password`: of its user `kerjaku`. */
export async function runningPostmaster(databaseDir: string, password: string): Promise<Postmaster | null> {
  const lock = await readLock(databaseDir);
  if (!lock || lock === 'unreadable' || !isAlive(lock.pid)) return null;
  const url = `postgres://kerjaku:${password}@127.0.0.1:${lock.port}/postgres`;
  const home = (await homeOf(lock.pid)) ?? (await askedHome(url));
  return home && (await sameFolder(home, databaseDir)) ? { pid: lock.pid, url } : null;
}

/**
 * Removes a lock that PostgreSQL would stumble over: one that is no lock, or that names a living process of another kind.
 * Of a process that is gone it stays, for PostgreSQL then looks by itself whether anything of it still lives.
 */
export async function clearLock(databaseDir: string): Promise<void> {
  const file = join(databaseDir, 'postmaster.pid');
  const there = await stat(file).catch(() => null);
  if (!there) return;
  const lock = await readLock(databaseDir);
  // What it says is not for us to know: PostgreSQL, which may run, will say why it does not start.
  if (lock === 'unreadable') return;
  if (!lock) return rm(file, { force: true });
  // Of a process that does not let itself be looked at nobody knows whose it is: PostgreSQL itself must say.
  if (isAlive(lock.pid) && (await homeOf(lock.pid)) !== null) await rm(file, { force: true });
}

/** Also one that belongs to another user. PostgreSQL asks in the same way. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The lines of postmaster.pid that count here (PostgreSQL, miscadmin.h): 1 the process, 4 the port. */
async function readLock(databaseDir: string): Promise<{ pid: number; port: number } | 'unreadable' | null> {
  let lines: string[];
  try {
    lines = ((await readIfThere(join(databaseDir, 'postmaster.pid'))) ?? '').split('\n');
  } catch {
    return 'unreadable';
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 1 && Number.isInteger(port) && port > 0 && port < 65536 ? { pid, port } : null;
}

/** A postmaster works in its data folder. Null where the system does not tell; '' of a process that has none, or is gone. */
async function homeOf(pid: number): Promise<string | null> {
  const processes = await stat('/proc/self/cwd').catch(() => null);
  if (!processes) return null;
  return readlink(`/proc/${pid}/cwd`).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' || error.code === 'ESRCH' ? '' : null,
  );
}

async function askedHome(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ASK_MS, query_timeout: ASK_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ home: string }>(`select current_setting('data_directory') as home`);
    return rows[0]?.home ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function sameFolder(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => realpath(path).catch(() => null)));
  return first !== null && first === second;
}
