// The rows of any file that a person brings. What it is, its content says; its name may say anything.

import { type Table, TableError } from './cell.ts';
import { MOST_BYTES } from './limits.ts';
import { decode, type FixedColumns, readText } from './text.ts';

export interface ReadOptions {
  /** Which sheet of a workbook; null for the only visible one that is filled. */
  sheet: number | null;
  fixed: readonly FixedColumns[];
}

export type Stage = 'loading' | 'unpacking' | 'reading';

/** @throws TableError */
export async function readTable(
  bytes: Uint8Array,
  { sheet, fixed }: ReadOptions,
  reached: (stage: Stage) => void = () => {},
): Promise<Table> {
  if (bytes.length > MOST_BYTES) throw new TableError('too-large');
  const kind = kindOf(bytes);
  if (kind === 'text') {
    reached('reading');
    return readText(decode(bytes), fixed);
  }
  reached('loading');
  const [{ readWorkbook }, { unpacked }] = await Promise.all([import('./workbook.ts'), import('./unpack.ts')]).catch(
    (error) => {
      throw new TableError('not-loaded', error);
    },
  );
  if (kind === 'book') {
    reached('reading');
    return readWorkbook(bytes, sheet);
  }
  reached('unpacking');
  const plain = attempt(() => unpacked(bytes));
  reached('reading');
  return readWorkbook(plain, sheet);
}

function attempt<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw error instanceof TableError ? error : new TableError('unreadable', error);
  }
}

/** `book`: .xls, or a web page or XML that calls itself one, as many machines write. */
function kindOf(bytes: Uint8Array): 'zip' | 'book' | 'text' {
  const begins = (...start: number[]) => start.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b, 3, 4)) return 'zip';
  if (begins(0xd0, 0xcf, 0x11, 0xe0) || (begins(9) && [0, 2, 4, 8].includes(bytes[1] ?? -1))) return 'book';
  const start = decode(bytes.subarray(0, 2000)).trimStart();
  return /^<(\?xml|!doctype html|html|table|meta|head)/i.test(start) ? 'book' : 'text';
}
