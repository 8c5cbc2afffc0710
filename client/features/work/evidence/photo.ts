// An evidence file as it is stored: photos made smaller on the device, so that a poor network can carry them.

import { makeRoom, type PersonDatabase } from '#client/sync/index.ts';
import { sha256Of } from '#client/workspace/sha256.ts';
import { type FileType, fileTypeOf } from '#shared/file-kinds.ts';
import { fileNameOf } from './photo-facts.ts';

export interface PreparedFile {
  sha256: string;
  type: FileType;
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
/** A slow phone takes some seconds for a large photo. */
const WORKER_MS = 60_000;

/** Makes the file ready and keeps it on the device; it is sent once the entry that names it is saved. */
export async function keepFile(db: PersonDatabase, file: File): Promise<KeptFile | FileProblem> {
  const attempt = async () => ((await isPdf(file)) ? keepPdf(db, file) : keepPhoto(db, file));
  try {
    return await attempt().catch(async (error) => {
      // A full device gives up the files that the server has already.
      if (await makeRoom(db, new Date())) return attempt();
      throw error;
    });
  } catch (error) {
    console.error(error);
    return 'full';
  }
}

/** By its content: a phone announces a PDF of a chat or a cloud as application/octet-stream. */
export async function isPdf(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  return fileTypeOf(start) === 'application/pdf';
}

async function keepPdf(db: PersonDatabase, file: File): Promise<KeptFile | FileProblem> {
  if (file.size > MOST_BYTES) return 'too-big';
  const bytes = await file.arrayBuffer();
  const type = 'application/pdf';
  const sha256 = await keep(db, bytes, type);
  const none = { thumbnail: null, takenAt: null, place: null, foundPlace: null };
  return { sha256, type, size: bytes.byteLength, name: fileNameOf(file.name), ...none };
}

async function keepPhoto(db: PersonDatabase, file: File): Promise<KeptFile | FileProblem> {
  const answer = await inWorker(file);
  if (!answer) return 'unreadable';
  const { takenAt, place: foundPlace, photo } = answer;
  if (photo.byteLength > MOST_BYTES) return 'too-big';
  const type = 'image/jpeg';
  const thumbnail = await keep(db, answer.thumbnail, type);
  const sha256 = await keep(db, photo, type);
  const name = fileNameOf(file.name);
  return { sha256, type, size: photo.byteLength, name, thumbnail, takenAt, place: null, foundPlace };
}

function inWorker(file: File): Promise<PhotoAnswer> {
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PhotoAnswer>((done) => {
    // A picture too large for the memory of a small phone ends the worker without a word.
    setTimeout(() => done(null), WORKER_MS);
    worker.addEventListener('message', ({ data }: MessageEvent<PhotoAnswer>) => done(data));
    worker.addEventListener('error', () => done(null));
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}

/** Keeps bytes under their hash, once. */
async function keep(db: PersonDatabase, bytes: ArrayBuffer, type: FileType): Promise<string> {
  const sha256 = await sha256Of(bytes);
  if (!(await db.files.get(sha256))) {
    await db.files.put({ sha256, bytes, type, state: 'draft', keptAt: new Date().toISOString() });
  }
  return sha256;
}
