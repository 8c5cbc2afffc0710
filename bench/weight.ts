// What a first visit has to load before the first screen is usable: the entry and everything it imports at once.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './measure.ts';

const DIST = resolve(import.meta.dirname, '../dist');
const kilobytes = (paths: string[]) =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length, 0) / 1000;

/** Kilobytes, gzip: what there is, and what there may be. */
export const LIMITS = { scripts: 120, styles: 20 };

export async function weight(): Promise<Figure[]> {
  const { scripts, styles } = measure();
  return [
    {
      what: 'JavaScript of the first screen, gzip',
      measured: `${scripts.toFixed(1)} kB`,
      against: `≤ ${LIMITS.scripts} kB`,
      holds: scripts <= LIMITS.scripts,
    },
    {
      what: 'CSS, gzip',
      measured: `${styles.toFixed(1)} kB`,
      against: `≤ ${LIMITS.styles} kB`,
      holds: styles <= LIMITS.styles,
    },
  ];
}

export function measure(): { scripts: number; styles: number } {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8');
  const named = (pattern: RegExp) => [...page.matchAll(pattern)].map((match) => match[1] ?? '');
  const scripts = named(/(?:src|href)="(\/assets\/[^"]+\.js)"/g);
  const styles = named(/href="(\/assets\/[^"]+\.css)"/g);
  return { scripts: kilobytes(scripts), styles: kilobytes(styles) };
}
