// What a file is, by its content: the name and the claimed type count for nothing.

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

const KINDS: { type: string; starts: (bytes: Buffer) => boolean }[] = [
  { type: 'image/jpeg', starts: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
  { type: 'image/png', starts: (bytes) => bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) },
  {
    type: 'image/webp',
    starts: (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  },
  { type: 'application/pdf', starts: (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-' },
];

const FIRST_BYTES = 16;

export interface Content {
  sha256: string;
  /** Null where it is none of the kinds taken. */
  type: string | null;
}

export async function contentOf(stream: Readable): Promise<Content> {
  const hash = createHash('sha256');
  let first = Buffer.alloc(0);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (first.length < FIRST_BYTES) first = Buffer.concat([first, chunk.subarray(0, FIRST_BYTES)]);
  }
  return { sha256: hash.digest('hex'), type: KINDS.find(({ starts }) => starts(first))?.type ?? null };
}
