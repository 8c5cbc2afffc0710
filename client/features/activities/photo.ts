// An evidence file as it is stored: photos made smaller on the device, so that a poor network can carry them.

import type { PersonDatabase } from '#client/sync/index.ts';

export interface PreparedFile {
  sha256: string;
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';
  size: number;
  name: string;
}

export type FileProblem = 'unreadable' | 'too-big';

const LONGEST_SIDE = 1600;
const JPEG_QUALITY = 0.8;
const MOST_BYTES = 10_000_000;

/** Makes the file ready and keeps it on the device; it is sent once the entry that names it is saved. */
export async function keepFile(db: PersonDatabase, file: File): Promise<PreparedFile | FileProblem> {
  const blob = file.type === 'application/pdf' ? file : await smaller(file);
  if (!blob) return 'unreadable';
  if (blob.size > MOST_BYTES) return 'too-big';
  const bytes = await blob.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const type = blob.type as PreparedFile['type'];
  if (!(await db.files.get(sha256))) await db.files.put({ sha256, bytes, type, state: 'draft' });
  return { sha256, type, size: bytes.byteLength, name: file.name };
}

/** Redrawn, which also removes what a camera writes into a photo, such as the place. Null: not an image. */
async function smaller(file: File): Promise<Blob | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', JPEG_QUALITY));
}
