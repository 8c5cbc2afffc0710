// The test function of the journeys: a server of its own for each, and as many devices as it asks for.

import { test as base } from '@playwright/test';
import { Device, type DeviceOptions } from './device.ts';
import { ServerProcess } from './server.ts';

interface Fixtures {
  /** Settings of the server beside the usual. */
  serverEnv: Record<string, string>;
  server: ServerProcess;
  newDevice: (options?: DeviceOptions) => Promise<Device>;
}

export const test = base.extend<Fixtures>({
  serverEnv: [{}, { option: true }],
  server: async ({ serverEnv }, use) => {
    const server = await ServerProcess.create(serverEnv);
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
