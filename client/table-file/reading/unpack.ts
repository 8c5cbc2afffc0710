// A workbook is a zip. It is unpacked by us, within limits, before a library sees it: a bomb of a few kilobytes that
// unpacks to gigabytes is refused by what it declares, and one that lies about it is cut off where it declared to end.

import { unzipSync, zipSync } from 'fflate';
import { TableError } from './cell.ts';
import { MOST_PARTS, MOST_UNPACKED } from './limits.ts';

/** The same workbook, packed without compression. */
export function unpacked(bytes: Uint8Array): Uint8Array {
  let [parts, size] = [0, 0];
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      // Pictures and such are of no use here, and not unpacked.
      if (!/\.(xml|rels|bin)$/i.test(name)) return false;
      parts += 1;
      size += originalSize;
      if (parts > MOST_PARTS || size > MOST_UNPACKED) throw new TableError('too-large');
      return true;
    },
  });
  return zipSync(files, { level: 0 });
}
