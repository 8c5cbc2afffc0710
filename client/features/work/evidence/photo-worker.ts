// Makes a photo small, beside the page so that typing goes on meanwhile: the longest side at most 1600 pixels, at most
// about 300 kB (photo-size.ts knows the exceptions), and a small picture for lists. Redrawing removes everything that a camera writes into a photo; when it
// was taken is kept beside it, and where, for the person to decide.
/// <reference lib="webworker" />

import ExifReader from 'exifreader';
import type { PhotoAnswer } from './photo.ts';
import { placeOf, takenAtOf } from './photo-facts.ts';
import { drawnSize, mostBytes } from './photo-size.ts';

declare const self: DedicatedWorkerGlobalScope;

const LONGEST_SIDE = 1600;
const THUMBNAIL_SIDE = 192;
/** Tried one after the other until the photo is small enough; the last is taken as it is. */
const STEPS = [
  { side: LONGEST_SIDE, quality: 0.8 },
  { side: LONGEST_SIDE, quality: 0.65 },
  { side: 1280, quality: 0.65 },
  { side: 1280, quality: 0.5 },
  { side: 1024, quality: 0.45 },
];

self.addEventListener('message', async ({ data: file }: MessageEvent<File>) => {
  self.postMessage(await prepare(file).catch((): PhotoAnswer => null));
});

async function prepare(file: File): Promise<PhotoAnswer> {
  const image = await createImageBitmap(file);
  let photo: Blob | null = null;
  for (const { side, quality } of STEPS) {
    photo = await drawn(image, side, quality);
    if (photo.size <= mostBytes(image)) break;
  }
  const thumbnail = await drawn(image, THUMBNAIL_SIDE, 0.6);
  image.close();
  if (!photo) return null;
  return {
    photo: await photo.arrayBuffer(),
    thumbnail: await thumbnail.arrayBuffer(),
    ...cameraNotes(await file.arrayBuffer()),
  };
}

function drawn(image: ImageBitmap, longestSide: number, quality: number): Promise<Blob> {
  const { width, height } = drawnSize(image, longestSide);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  // JPEG knows no transparency: what is empty becomes white, not black.
  if (context) context.fillStyle = 'white';
  context?.fillRect(0, 0, canvas.width, canvas.height);
  context?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality });
}

/** When and where, as the camera wrote it (Exif 2.32, DateTimeOriginal and the GPS directory); null where it did not. */
function cameraNotes(bytes: ArrayBuffer): { takenAt: string | null; place: string | null } {
  try {
    const { exif, gps } = ExifReader.load(bytes, { expanded: true });
    return {
      takenAt: takenAtOf(String(exif?.DateTimeOriginal?.description ?? '')),
      place: placeOf(gps?.Latitude, gps?.Longitude),
    };
  } catch {
    return { takenAt: null, place: null };
  }
}
