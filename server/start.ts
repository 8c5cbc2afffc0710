// Starts the server: settings, database, schema, demo data, HTTP. Stops it in order when asked.

import { join } from 'node:path';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { connect, type Db } from './db/database.ts';
import { defaultDataDir, startEmbedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo/agency.ts';
import { refusePublishedPasswords } from './demo/published.ts';
import { seedDemo } from './demo/seed.ts';
import { fileStorage } from './files/storage.ts';
import { offerSetUp } from './subjects/agency/set-up-link.ts';
import { openScopes } from './subjects/people/scopes.ts';
import { keepBeating } from './subjects/time-rules/heartbeat.ts';
import { forgetOldTold } from './sync/contact.ts';
import { noticeRestore } from './sync/epoch.ts';
import { Pokes } from './sync/pokes.ts';

/** `clock`: what the server believes the time to be. Answers its database once it listens. */
export async function startServer(env: NodeJS.ProcessEnv, clock: () => Date): Promise<Db> {
  const config = readConfig(env);
  const dataDir = config.dataDir ?? (await defaultDataDir());
  const embedded = config.databaseUrl ? null : await startEmbedded(dataDir);
  const url = config.databaseUrl ?? embedded?.url ?? '';
  await prepare(url, (db) => migrate(db));
  const db = connect(url, { timeout: config.databaseTimeout });
  await noticeRestore(db);
  if (config.demo) await seedDemo(db, clock());
  if (config.publicOrigin) await refusePublishedPasswords(db);
  await openScopes(db, null);
  await forgetOldTold(db, clock());

  const files = fileStorage(config.bucket ?? { kind: 'folder', folder: join(dataDir, 'files') });
  const pokes = new Pokes(db, url, { timeout: config.databaseTimeout });
  await pokes.open();
  const app = await createApp({ config, db, pokes, clock, random: Math.random, files });

  const stopBeating = keepBeating(db, pokes, clock);

  const stop = async () => {
    stopBeating();
    await pokes.close();
    await app.close();
    await db.destroy();
    await embedded?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

  const address = await app.listen({ host: config.host, port: config.port });
  if (config.demo) {
    const accounts = DEMO_ACCOUNTS.map(({ nip, what }) => `  ${nip}  ${what}`);
    console.log(['', `demo accounts, password ${DEMO_PASSWORD}:`, ...accounts, ''].join('\n'));
  }
  const origin = config.publicOrigin ?? address;
  const offered = config.demo ? null : await offerSetUp(db, clock());
  if (offered) {
    // After the # it reaches no log of a proxy.
    console.log(
      `\nset up the agency, once, until ${offered.expiresAt.toISOString()}:\n  ${origin}/siapkan#${offered.token}\n`,
    );
  }
  console.log(`listening on ${origin}`);
  return db;
}

/** What is done once at the start takes as long as it takes, and waits for another server that does the same. */
async function prepare(url: string, work: (db: Db) => Promise<void>): Promise<void> {
  const db = connect(url, { connections: 2, timeout: null });
  await work(db).finally(() => db.destroy());
}

/** Says why the server cannot run, in one line where the reason is known, and ends the process. */
export function failStart(error: unknown): never {
  const expected =
    error instanceof ConfigError || (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
  console.error(expected ? `kerjaku: ${(error as Error).message}` : error);
  process.exit(1);
}
