// The test function of the journeys: a server of its own for each, and as many devices as it asks for.

import { test as base } from '@playwright/test';
import { Device, type DeviceOptions } from './device.ts';
import { ServerProcess } from './server.ts';

interface Fixtures {
  server: ServerProcess;
  newDevice: (options?: DeviceOptions) => Promise<Device>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that one needs from this pattern
  server: async ({}, use) => {
    const server = await ServerProcess.create();
    await use(server);
    await server.stop();
  },

  newDevice: async ({ server }, use, info) => {
    const devices: Device[] = [];
    await use(async (options) => {
      const device = await Device.create(server.port, options);
      devices.push(device);
      return device;
    });
    for (const [index, device] of devices.entries()) {
      if (info.status !== info.expectedStatus) {
        const body = await device.screenshot();
        if (body) await info.attach(`device ${index + 1}`, { body, contentType: 'image/png' });
      }
      await device.discard();
    }
  },
});

export { expect } from '@playwright/test';
