// An evidence file as it is stored: photos made smaller on the device, so that a poor network can carry them.

import type { PersonDatabase } from '#client/sync/index.ts';

export interface PreparedFile {
  sha256: string;
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
  size: number;
  name: string;
  thumbnail: string | null;
  takenAt: string | null;
  /** Null unless the person keeps it. */
  place: string | null;
}

/** `foundPlace`: where the photo was taken, as it said; thrown away with the form unless the person keeps it. */
export type KeptFile = PreparedFile & { foundPlace: string | null };

/** What the worker makes of a photo; null where it is none. */
export type PhotoAnswer = {
  photo: ArrayBuffer;
  thumbnail: ArrayBuffer;
  takenAt: string | null;
  place: string | null;
} | null;

export type FileProblem = 'unreadable' | 'too-big' | 'full';

const MOST_BYTES = 10_000_000;

/** Makes the file ready and keeps it on the device; it is sent once the entry that names it is saved. */
export async function keepFile(db: PersonDatabase, file: File): Promise<KeptFile | FileProblem> {
  try {
    return file.type === 'application/pdf' ? await keepPdf(db, file) : await keepPhoto(db, file);
  } catch (error) {
    console.error(error);
    return 'full';
  }
}

async function keepPdf(db: PersonDatabase, file: File): Promise<KeptFile | FileProblem> {
  if (file.size > MOST_BYTES) return 'too-big';
  const bytes = await file.arrayBuffer();
  const type = 'application/pdf';
  const sha256 = await keep(db, bytes, type);
  const none = { thumbnail: null, takenAt: null, place: null, foundPlace: null };
  return { sha256, type, size: bytes.byteLength, name: file.name, ...none };
}

async function keepPhoto(db: PersonDatabase, file: File): Promise<KeptFile | FileProblem> {
  const answer = await inWorker(file);
  if (!answer) return 'unreadable';
  const type = 'image/jpeg';
  const thumbnail = await keep(db, answer.thumbnail, type);
  const sha256 = await keep(db, answer.photo, type);
  const { takenAt, place: foundPlace } = answer;
  return { sha256, type, size: answer.photo.byteLength, name: file.name, thumbnail, takenAt, place: null, foundPlace };
}

function inWorker(file: File): Promise<PhotoAnswer> {
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PhotoAnswer>((done) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PhotoAnswer>) => done(data));
    worker.addEventListener('error', () => done(null));
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}

/** Keeps bytes under their hash, once. */
async function keep(db: PersonDatabase, bytes: ArrayBuffer, type: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!(await db.files.get(sha256))) await db.files.put({ sha256, bytes, type, state: 'draft' });
  return sha256;
}
