// Which files of this device the person's evidence needs: the engine knows files, but not what names them.

import { type PersonDatabase, queueFiles } from '#client/sync/index.ts';
import { forgetFiles } from '#client/sync/running.ts';
import type { QueuedMutation } from '#shared/sync/mutation.ts';
import type { Evidence } from '#shared/work/tables.ts';

/** How often a device looks for files that nothing names any more. */
const TIDY_MS = 86_400_000;

/**
 * Queues what an entry names and no queue holds: the device was full as the entry was saved, or the app was killed.
 */
export async function queueNamedFiles(db: PersonDatabase, workScope: string): Promise<void> {
  const drafts = new Set(await db.files.where('state').equals('draft').primaryKeys());
  const queued = await db.uploads.toCollection().primaryKeys();
  for (const sha256 of queued) drafts.delete(sha256);
  if (drafts.size === 0) return;
  const evidence = await db.rows<Evidence>('evidence').where('scope').equals(workScope).toArray();
  const named = evidence.flatMap(filesOf).filter((sha256) => drafts.has(sha256));
  if (named.length > 0) await queueFiles(db, named);
}

/** Once a day, after everything was received: removes files of evidence that is gone, and of forms that were given up. */
export async function tidyFiles(db: PersonDatabase, now: Date): Promise<void> {
  const tidied = String((await db.meta.get('filesTidied'))?.value ?? '');
  if (tidied > new Date(now.getTime() - TIDY_MS).toISOString() || (await db.outbox.count()) > 0) return;
  const evidence = await db.rows<Evidence>('evidence').toArray();
  const shown = new Set(evidence.flatMap(filesOf));
  // What was refused may be done again, and what was sent may have to be sent again after a restore.
  const needed = [await db.drafts.toArray(), await db.attention.toArray(), standing(await db.sent.toArray())];
  const words = JSON.stringify(needed);
  await forgetFiles(db, (sha256) => shown.has(sha256) || words.includes(sha256), now);
  await db.meta.put({ key: 'filesTidied', value: now.toISOString() });
}

/** What was sent without what was taken back afterwards: sent again, the two would come to nothing. */
function standing(sent: readonly QueuedMutation[]): QueuedMutation[] {
  const argsOf = (entry: QueuedMutation) => entry.args as { id?: string; activityId?: string };
  const gone = new Set(
    sent
      .filter(({ name }) => name === 'evidence.detach' || name === 'activity.delete')
      .map((entry) => argsOf(entry).id),
  );
  return sent.filter((entry) => !gone.has(argsOf(entry).id) && !gone.has(argsOf(entry).activityId));
}

const filesOf = ({ sha256, thumbnail }: Evidence) => [sha256, thumbnail].filter((hash) => hash !== null);
