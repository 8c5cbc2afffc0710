// The evidence files of this device: queued with the entry that names them, and given up when there is no room or no need.
// What is typed comes before them. How they go up: send-files.ts.

import { newUpload, type PersonDatabase } from './database.ts';

/** A form may take so long to name a photo in its draft; only what is older counts as given up. */
const GIVEN_UP_MS = 86_400_000;

/** Puts the files of an entry that is being saved into the queue. Also those sent before: the server may have let one go
 * that no entry named, and asking costs little. */
export async function queueFiles(db: PersonDatabase, hashes: readonly string[]): Promise<void> {
  await db.transaction('rw', db.files, db.uploads, async () => {
    const queued = new Set(await db.uploads.toCollection().primaryKeys());
    const files = (await db.files.bulkGet([...new Set(hashes)])).filter((file) => file !== undefined);
    await db.uploads.bulkPut(files.filter(({ sha256 }) => !queued.has(sha256)).map(newUpload));
  });
}

/**
 * After the server was restored from a backup, which may have lost files, too: all that are here are offered again. That it
 * is due stands in the store since the new epoch began, so that no process that ends between forgets it.
 */
export async function offerFilesAgain(db: PersonDatabase): Promise<void> {
  await db.transaction('rw', db.files, db.uploads, db.meta, async () => {
    if (!(await db.meta.get('offerFilesAgain'))?.value) return;
    await queueFiles(db, await db.files.where('state').equals('sent').primaryKeys());
    await db.meta.delete('offerFilesAgain');
  });
}

/** The person wants files that failed tried again now. */
export async function retryFiles(db: PersonDatabase): Promise<void> {
  await db.uploads.toCollection().modify((upload) => {
    delete upload.failure;
  });
}

/**
 * Makes room when the device is full: what a person typed comes before files. Goes: what the server has already, and
 * photos of forms that were given up. Answers whether anything went.
 */
export async function makeRoom(db: PersonDatabase, now: Date): Promise<boolean> {
  return db.transaction('rw', [db.files, db.uploads, db.drafts, db.outbox, db.attention], async () => {
    // What was refused may be done again, and the server may have let its photo go; what waits may not be queued yet.
    const naming = [await db.drafts.toArray(), await db.outbox.toArray(), await db.attention.toArray()];
    const named = JSON.stringify(naming);
    const sent = await db.files.where('state').equals('sent').primaryKeys();
    const gone = await unneeded(db, [...sent, ...(await oldDrafts(db, now))], (sha256) => named.includes(sha256));
    await db.files.bulkDelete(gone);
    return gone.length > 0;
  });
}

/** Removes files that nothing names any more, such as those of deleted evidence. `named` knows everything that may. */
export async function forgetFiles(db: PersonDatabase, named: (sha256: string) => boolean, now: Date): Promise<void> {
  await db.transaction('rw', db.files, db.uploads, async () => {
    const sent = await db.files.where('state').equals('sent').primaryKeys();
    await db.files.bulkDelete(await unneeded(db, [...sent, ...(await oldDrafts(db, now))], named));
  });
}

async function oldDrafts(db: PersonDatabase, now: Date): Promise<string[]> {
  const before = new Date(now.getTime() - GIVEN_UP_MS).toISOString();
  const drafts: string[] = [];
  await db.files
    .where('state')
    .equals('draft')
    .each(({ sha256, keptAt = '' }) => keptAt < before && drafts.push(sha256));
  return drafts;
}

/** Of these files those that neither wait to be sent nor are named. */
async function unneeded(
  db: PersonDatabase,
  hashes: readonly string[],
  named: (sha256: string) => boolean,
): Promise<string[]> {
  const queued = new Set(await db.uploads.toCollection().primaryKeys());
  return hashes.filter((sha256) => !queued.has(sha256) && !named(sha256));
}
