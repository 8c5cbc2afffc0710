// Evidence files go up on their own, after the entries: an entry never waits for its files. Each goes by tus, so that a
// broken upload goes on where it stopped, in a tab or in the service worker.

import { type LocalFile, newUpload, type PersonDatabase, type UploadProgress } from './database.ts';
import { fetchStack } from './tus-http.ts';

/** So much goes in one request: on a 2G link about twenty seconds. */
const CHUNK_BYTES = 128 * 1024;

export interface FilePorts {
  db: PersonDatabase;
  fetch: typeof globalThis.fetch;
  /** A tab loads tus only when there is a file to send; a service worker cannot load anything later. */
  loadTus: () => Promise<Pick<typeof import('tus-js-client'), 'Upload' | 'DetailedError'>>;
}

/** Puts the files of an entry that is being saved into the queue. */
export async function queueFiles(db: PersonDatabase, hashes: readonly string[]): Promise<void> {
  await db.transaction('rw', db.files, db.uploads, async () => {
    const files = (await db.files.bulkGet([...hashes])).filter((file) => file !== undefined);
    await queue(
      db,
      files.filter(({ state }) => state === 'draft'),
    );
  });
}

/** The server was restored from a backup and may have lost files, too: all that are here are offered again. */
export async function sendAgain(db: PersonDatabase): Promise<void> {
  await db.transaction('rw', db.files, db.uploads, async () => {
    await queue(db, await db.files.where('state').equals('sent').toArray());
  });
}

async function queue(db: PersonDatabase, files: readonly LocalFile[]): Promise<void> {
  await db.files.bulkPut(files.map((file) => ({ ...file, state: 'waiting' as const })));
  await db.uploads.bulkPut(files.map(newUpload));
}

/** Sends what waits, small files first; stops where the network does, the next run goes on. */
export async function sendFiles(ports: FilePorts): Promise<void> {
  const waiting = await ports.db.uploads.orderBy('size').toArray();
  for (const upload of waiting) {
    if (upload.refused) continue;
    if ((await send(ports, upload)) === 'network') return;
  }
}

async function send(ports: FilePorts, upload: UploadProgress): Promise<'done' | 'refused' | 'network'> {
  const { db, fetch } = ports;
  const { sha256 } = upload;
  const file = await db.files.get(sha256);
  if (!file) {
    await db.uploads.delete(sha256);
    return 'done';
  }
  const before = await isThere(fetch, sha256);
  if (before === null) return 'network';
  if (!before) {
    const ended = await transfer(ports, upload, new Blob([file.bytes], { type: file.type }));
    if (ended === 'refused') await db.uploads.update(sha256, { refused: true });
    if (ended !== 'done') return ended;
    // Only what the server shows counts: it may have died between the last byte and its record of it.
    const after = await isThere(fetch, sha256);
    if (after === null) return 'network';
    if (!after) {
      await db.uploads.update(sha256, { url: null, sent: 0 });
      return 'done';
    }
  }
  await db.transaction('rw', db.files, db.uploads, async () => {
    await db.files.update(sha256, { state: 'sent' });
    await db.uploads.delete(sha256);
  });
  return 'done';
}

/** Whether the server has the file: somebody may have sent the same before. Null: it cannot be asked. */
async function isThere(fetch: FilePorts['fetch'], sha256: string): Promise<boolean | null> {
  const response = await fetch(`/api/files/${sha256}`, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (response?.status === 200) return true;
  return response?.status === 404 ? false : null;
}

async function transfer(
  { db, fetch, loadTus }: FilePorts,
  { sha256, url }: UploadProgress,
  bytes: Blob,
): Promise<'done' | 'refused' | 'network'> {
  const { Upload, DetailedError } = await loadTus();
  return new Promise((ended) => {
    const upload: InstanceType<typeof Upload> = new Upload(bytes, {
      endpoint: new URL('/api/uploads', location.href).href,
      uploadUrl: url,
      metadata: { sha256 },
      chunkSize: CHUNK_BYTES,
      // When to try again is the scheduler's business, and where an upload is, is in the database.
      retryDelays: null,
      storeFingerprintForResuming: false,
      httpStack: fetchStack(fetch),
      onUploadUrlAvailable: () => void db.uploads.update(sha256, { url: upload.url }),
      onChunkComplete: (_chunk, sent) => void db.uploads.update(sha256, { sent }),
      onSuccess: () => ended('done'),
      onError: (error) => {
        const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined;
        ended(status === 400 || status === 413 ? 'refused' : 'network');
      },
    });
    upload.start();
  });
}

/**
 * Makes room when the device is full: what a person typed comes before files. Goes: what the server has already, and
 * photos of forms that were given up. Answers whether anything went.
 */
export async function makeRoom(db: PersonDatabase): Promise<boolean> {
  const drafts = JSON.stringify(await db.drafts.toArray());
  const given = await db.files.where('state').equals('draft').primaryKeys();
  const gone = [
    ...(await db.files.where('state').equals('sent').primaryKeys()),
    ...given.filter((sha256) => !drafts.includes(sha256)),
  ];
  await db.files.bulkDelete(gone);
  return gone.length > 0;
}
