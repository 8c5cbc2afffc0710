// What a file is, by its content: its name and the type that a device, a page or a person claims count for nothing.

export type FileType = 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf';

/** Null where it is none of the kinds that evidence may have. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  const words = String.fromCharCode(...bytes.subarray(0, 12));
  if (words.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (words.startsWith('\x89PNG')) return 'image/png';
  if (words.startsWith('RIFF') && words.slice(8) === 'WEBP') return 'image/webp';
  return words.startsWith('%PDF-') ? 'application/pdf' : null;
}
