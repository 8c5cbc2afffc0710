// Starts the server: settings, database, schema, demo data, HTTP. Stops it in order when asked.

import { join } from 'node:path';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { connect, type Db } from './db/database.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './db/demo/agency.ts';
import { seedDemo } from './db/demo/seed.ts';
import { defaultDataDir, startEmbedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { fileStorage } from './files/storage.ts';
import { keepBeating } from './outages/heartbeat.ts';
import { noticeRestore } from './sync/epoch.ts';
import { Pokes } from './sync/pokes.ts';

/** `clock`: what the server believes the time to be. Answers its database once it listens. */
export async function startServer(env: NodeJS.ProcessEnv, clock: () => Date): Promise<Db> {
  const config = readConfig(env);
  const dataDir = config.dataDir ?? (await defaultDataDir());
  const embedded = config.databaseUrl ? null : await startEmbedded(dataDir);
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const db = connect(url);
  await migrate(db);
  await noticeRestore(db);
  if (config.demo) await seedDemo(db, clock());

  const files = fileStorage(config.bucket ?? { kind: 'folder', folder: join(dataDir, 'files') });
  const pokes = new Pokes(db, url);
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
  console.log(`listening on ${config.publicOrigin ?? address}`);
  return db;
}

/** Says why the server cannot run, in one line where the reason is known, and ends the process. */
export function failStart(error: unknown): never {
  const expected =
    error instanceof ConfigError || (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE');
  console.error(expected ? `kerjaku: ${(error as Error).message}` : error);
  process.exit(1);
}
