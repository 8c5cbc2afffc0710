// npm run demo:bad-month: lives through the month, judges it, and writes the page and its picture.

import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { judge } from './judge.ts';
import { liveThroughJune } from './live.ts';
import { pageOf, summaryOf } from './page.ts';
import { takePicture } from './picture.ts';

const DOCS = resolve(import.meta.dirname, '../../docs');

const lived = await liveThroughJune((line) => console.log(line));
try {
  const judged = await judge(lived);
  const page = join(DOCS, 'bad-month.html');
  await writeFile(page, pageOf(judged));
  await takePicture(page, join(DOCS, 'bad-month.png'));
  console.log(summaryOf(judged));
  const kept = judged.missing === 0 && judged.oursLost.amount === '0' && judged.oursGained.amount === '0';
  process.exitCode = kept ? 0 : 1;
} finally {
  await lived.server.stop();
}
