// One entry saved in a real browser that holds 10,000: the rule runs, the row and its mutation are on the disk.

import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { launchOptions } from '../e2e/support/browser.ts';
import { type Figure, percentile } from './measure.ts';

const PAGE = resolve(import.meta.dirname, 'save-page');

export async function save(): Promise<Figure[]> {
  const outDir = await mkdtemp(join(tmpdir(), 'kerjaku-bench-page-'));
  await build({ root: PAGE, configFile: false, logLevel: 'error', build: { outDir, target: 'es2023' } });
  const server = createServer(async (request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.setHeader('content-type', type).end(await readFile(join(outDir, path)).catch(() => ''));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
    await page.waitForFunction(() => 'measure' in globalThis);
    const times = await page.evaluate(() =>
      (globalThis as unknown as { measure: () => Promise<Record<'save' | 'put', number[]>> }).measure(),
    );
    const at = (values: number[]) => [0.5, 0.95, 0.99].map((share) => percentile(values, share).toFixed(1)).join(' / ');
    return [
      {
        what: 'save of one entry with 10,000 on the device, ms: p50 / p95 / p99',
        measured: at(times.save),
        against: `bare Dexie put: ${at(times.put)}; goal p95 ≤ 1.8x`,
        holds: percentile(times.save, 0.95) <= 1.8 * percentile(times.put, 0.95),
      },
    ];
  } finally {
    await browser.close();
    server.close();
    await rm(outDir, { recursive: true, force: true });
  }
}
