// The test function of the journeys: a server of its own for each, and as many devices as it asks for.

import { test as base } from '@playwright/test';
import { Device, type DeviceOptions } from './device.ts';
import { ServerProcess } from './server.ts';

interface Fixtures {
  /** Settings of the server beside the usual. */
  serverEnv: Record<string, string>;
  /** The time that server and devices believe it is, where a journey hangs on it; null: the machine's. */
  time: Date | null;
  server: ServerProcess;
  newDevice: (options?: DeviceOptions) => Promise<Device>;
}

export const test = base.extend<Fixtures>({
  serverEnv: [{}, { option: true }],
  time: [null, { option: true }],
  server: async ({ serverEnv, time }, use) => {
    const server = await ServerProcess.create(serverEnv, time);
    await use(server);
    await server.stop();
  },

  newDevice: async ({ server, time }, use, info) => {
    const devices: Device[] = [];
    await use(async (options) => {
      const device = await Device.create(server.port, { ...(time && { time }), ...options });
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
