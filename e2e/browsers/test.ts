// The test function of these journeys: a server of its own for each, and browsers of any engine.

import { writeFile } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import { ServerProcess } from '../support/server.ts';
import type { Size } from './driver.ts';
import { type Engine, openEngine } from './engines.ts';
import { Screen } from './screen.ts';

interface Fixtures {
  server: ServerProcess;
  open: (engine: Engine, size: Size) => Promise<Screen>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the fixtures that one needs from this pattern
  server: async ({}, use) => {
    const server = await ServerProcess.create();
    await use(server);
    await server.stop();
  },

  open: async ({ server }, use, info) => {
    const screens: Screen[] = [];
    await use(async (engine, size) => {
      const screen = new Screen(await openEngine(engine, size), server.origin);
      screens.push(screen);
      return screen;
    });
    for (const [index, screen] of screens.entries()) {
      if (info.status !== info.expectedStatus) {
        const picture = await screen.screenshot().catch(() => null);
        if (picture) await writeFile(info.outputPath(`screen-${index + 1}.png`), picture);
      }
      await screen.close();
    }
  },
});

export { expect } from '@playwright/test';
