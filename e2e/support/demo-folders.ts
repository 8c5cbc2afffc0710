// The data folder of a server that has just made the demo agency, made once for each day that journeys begin on and copied by
// each: making a database and filling it takes longer than most of what a person does in it.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '#server/db/database.ts';
import { startEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { DEMO_AGENCY } from '#server/demo/agency.ts';
import { seedDemo } from '#server/demo/seed.ts';
import { temporaryDataDir } from '#server/testing/data-dir.ts';
import { plainDate } from '#shared/time/plain-date.ts';

/** Run by Playwright before all journeys; what it answers is run after them. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await temporaryDataDir('kerjaku-demo-folders-');
  process.env.DEMO_FOLDERS = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** Fills a data folder with the demo agency as it is on a day. Does nothing outside the journeys: a server does it itself. */
export async function fillWithDemo(dataDir: string, now: Date): Promise<void> {
  const folders = process.env.DEMO_FOLDERS;
  if (!folders) return;
  const made = join(folders, plainDate(now.toISOString(), DEMO_AGENCY.timeZone));
  if (!existsSync(made)) await makeDemo(made, now);
  // Unlike the one of Node, this copy keeps whose the files are: PostgreSQL does not run as root.
  const { status, stderr } = spawnSync('cp', ['-a', `${made}/.`, dataDir], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the demo was not copied: ${stderr}`);
}

/** Journeys beside each other may both make it; the first stays. */
async function makeDemo(target: string, now: Date): Promise<void> {
  const folder = await temporaryDataDir('kerjaku-demo-');
  const embedded = await startEmbedded(folder, { fast: true });
  const db = connect(embedded.url, { connections: 2, timeout: null });
  await migrate(db);
  await seedDemo(db, now);
  await db.destroy();
  await embedded.stop();
  await rename(folder, target).catch(() => rm(folder, { recursive: true, force: true }));
}
