// A server of its own with the invented agency, and a phone or a PC that reaches it.

import { Device, PC, PHONE } from '../../e2e/support/device.ts';
import { ServerProcess } from '../../e2e/support/server.ts';
import { Hand } from './hand.ts';

export const PLACES = { phone: PHONE, PC } as const;
export type Place = keyof typeof PLACES;

export interface Scene {
  server: ServerProcess;
  device: Device;
  hand: Hand;
}

/** `prepare`: what the server holds before the person comes. */
export async function atPlace<Result>(
  place: Place,
  {
    prepare = async () => undefined,
    time = null,
  }: { prepare?: (server: ServerProcess) => Promise<unknown>; time?: Date | null },
  journey: (scene: Scene) => Promise<Result>,
): Promise<Result> {
  const server = await ServerProcess.create({}, time);
  try {
    await prepare(server);
    const device = await Device.create(server.port, { viewport: PLACES[place], ...(time && { time }) });
    try {
      return await journey({ server, device, hand: new Hand(device.page, place) });
    } finally {
      await device.discard();
    }
  } finally {
    await server.stop();
  }
}

/** The journey is over when what was done is where it should be. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`never: ${what}`);
}
