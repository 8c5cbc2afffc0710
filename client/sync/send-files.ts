// Evidence files go up on their own, after the entries: an entry never waits for its files. Each goes by tus, so that a
// broken upload goes on where it stopped, in a tab or in the service worker. A file that fails by its own fault is passed
// by and tried again later; only the network, or a server that wants to be left alone, ends a run.

import type { PersonDatabase, UploadProblem, UploadProgress } from './database.ts';
import { ForeignAnswer, oursOnly } from './our-answers.ts';
import { fetchStack } from './tus-http.ts';

/** So much goes in one request: on a 2G link about twenty seconds. */
const CHUNK_BYTES = 128 * 1024;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
/** So many foreign answers in a row are no fault of the files: it is the network that answers. */
const FOREIGN_IN_A_ROW = 2;

export interface FilePorts {
  db: PersonDatabase;
  fetch: typeof globalThis.fetch;
  /** A tab loads tus only when there is a file to send; a service worker cannot load anything later. */
  loadTus: () => Promise<Pick<typeof import('tus-js-client'), 'Upload' | 'DetailedError'>>;
  now: () => Date;
  random: () => number;
}

/** `wait`: nothing can be sent now, neither this file nor another. */
type Ended = 'done' | 'wait' | UploadProblem;

/** Sends what waits and is due, small files first. Answers whether something is left that will be tried again. */
export async function sendFiles(ports: FilePorts): Promise<boolean> {
  const { db } = ports;
  const asked = { ...ports, fetch: oursOnly(ports.fetch) };
  let foreign = 0;
  for (const upload of await db.uploads.orderBy('size').toArray()) {
    if (!isDue(upload, ports.now())) continue;
    const ended = await send(asked, upload);
    if (ended === 'wait') break;
    foreign = ended === 'foreign-answer' ? foreign + 1 : 0;
    if (ended !== 'done') await noteFailure(ports, upload, ended);
    if (foreign === FOREIGN_IN_A_ROW) break;
  }
  return (await db.uploads.filter(({ failure }) => failure?.retryAt !== null).count()) > 0;
}

function isDue({ failure }: UploadProgress, now: Date): boolean {
  if (!failure) return true;
  return failure.retryAt !== null && Date.parse(failure.retryAt) <= now.getTime();
}

async function noteFailure({ db, now, random }: FilePorts, upload: UploadProgress, problem: UploadProblem) {
  const times = (upload.failure?.times ?? 0) + 1;
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (times - 1)) * (0.5 + random() / 2);
  const never = problem === 'not-taken' || problem === 'too-large';
  const retryAt = never ? null : new Date(now().getTime() + pause).toISOString();
  await db.uploads.update(upload.sha256, { failure: { problem, times, retryAt } });
}

async function send(ports: FilePorts, upload: UploadProgress): Promise<Ended> {
  const { db, fetch } = ports;
  const { sha256 } = upload;
  const file = await db.files.get(sha256);
  if (!file) {
    await db.uploads.delete(sha256);
    return 'done';
  }
  const before = await isThere(fetch, sha256);
  if (typeof before === 'string') return before;
  if (!before) {
    const ended = await transfer(ports, upload, new Blob([file.bytes], { type: file.type }));
    if (ended !== 'done') return ended;
    // Only what the server shows counts: it may have died between the last byte and its record of it.
    const after = await isThere(fetch, sha256);
    if (typeof after === 'string') return after;
    if (!after) {
      await db.uploads.update(sha256, { url: null, sent: 0 });
      return 'not-kept';
    }
  }
  await noteSent(db, sha256);
  return 'done';
}

/** On a full device the note may find no room beside the file: then the file goes, since the server has it. */
async function noteSent(db: PersonDatabase, sha256: string): Promise<void> {
  await db.files.update(sha256, { state: 'sent' }).catch(() => db.files.delete(sha256));
  await db.uploads.delete(sha256);
}

/** Whether the server has the file: somebody may have sent the same before. */
async function isThere(fetch: FilePorts['fetch'], sha256: string): Promise<boolean | Exclude<Ended, 'done'>> {
  try {
    const { status } = await fetch(`/api/files/${sha256}`, { method: 'HEAD' });
    if (status === 404) return false;
    return status === 200 ? true : whatFailed(status);
  } catch (error) {
    return error instanceof ForeignAnswer ? 'foreign-answer' : 'wait';
  }
}

async function transfer(
  { db, fetch, loadTus }: FilePorts,
  { sha256, url }: UploadProgress,
  bytes: Blob,
): Promise<Ended> {
  const { Upload, DetailedError } = await loadTus();
  // The database may be closed by now, with the person gone; the upload is found again by its hash.
  const note = (how: Partial<UploadProgress>) => void db.uploads.update(sha256, how).catch(() => undefined);
  const ended = await new Promise<Ended>((done) => {
    const upload: InstanceType<typeof Upload> = new Upload(bytes, {
      endpoint: new URL('/api/uploads', location.href).href,
      uploadUrl: url,
      metadata: { sha256 },
      chunkSize: CHUNK_BYTES,
      // When to try again is our own business, and where an upload is, is in the database.
      retryDelays: null,
      storeFingerprintForResuming: false,
      httpStack: fetchStack(fetch),
      onUploadUrlAvailable: () => note({ url: upload.url }),
      onChunkComplete: (_chunk, sent) => note({ sent }),
      onSuccess: () => done('done'),
      onError: (error) => {
        if (!(error instanceof DetailedError)) return done('server-failed');
        if (error.causingError instanceof ForeignAnswer) return done('foreign-answer');
        const status = error.originalResponse?.getStatus();
        done(status === undefined ? 'wait' : whatFailed(status));
      },
    });
    upload.start();
  });
  // What the server began may be what it cannot go on with: the next try begins anew.
  if (ended === 'not-kept') await db.uploads.update(sha256, { url: null, sent: 0 });
  return ended;
}

/** What a status of our server that is no success means for a file. */
function whatFailed(status: number): Exclude<Ended, 'done'> {
  switch (status) {
    case 401:
    case 429:
    case 503:
      return 'wait';
    case 400:
    case 415:
      return 'not-taken';
    case 413:
      return 'too-large';
    case 403:
      return 'not-allowed';
    case 404:
    case 409:
    case 410:
    case 412:
      return 'not-kept';
    default:
      return 'server-failed';
  }
}
