// A new phone on a poor line: from the first address to an app that needs no network. What a person types takes no time here.

import { Device } from '../e2e/support/device.ts';
import type { Pace } from '../e2e/support/network.ts';
import { EMPLOYEE } from '../e2e/support/people.ts';
import { ServerProcess } from '../e2e/support/server.ts';
import { DEMO_PASSWORD } from '../server/demo/agency.ts';
import type { Figure } from './measure.ts';

/** 50 kbit/s: the edge of a mobile network. */
const POOR: Pace = { bytesPerSecond: 50_000 / 8, roundTripMs: 800 };
const PATIENCE = { timeout: 400_000 };

/** Seconds from the first address, as wanted. */
const GOALS = { 'the sign-in page': 12, Today: 20, 'everything synced': 30, 'the app on the device': 60 };

export async function firstUse(): Promise<Figure[]> {
  const server = await ServerProcess.create();
  const device = await Device.create(server.port, { pace: POOR, empty: true });
  try {
    const { page } = device;
    page.setDefaultTimeout(PATIENCE.timeout);
    const begin = performance.now();
    const seconds = () => (performance.now() - begin) / 1000;
    const reached: number[] = [];

    await page.goto(device.network.origin, { waitUntil: 'commit' });
    await page.getByLabel('NIP').fill(EMPLOYEE.nip, PATIENCE);
    reached.push(seconds());
    await page.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { name: /^Halo/ }).waitFor(PATIENCE);
    reached.push(seconds());
    await device.expectState(/Semua terkirim/, PATIENCE);
    reached.push(seconds());
    await device.expectUsableOffline();
    reached.push(seconds());
    await device.expectInstalled();
    const whole = seconds();

    return [
      ...Object.entries(GOALS).map(([what, goal], index) => ({
        what: `first use at 50 kbit/s with 800 ms, seconds until ${what}`,
        measured: (reached[index] ?? 0).toFixed(1),
        against: `≤ ${goal}`,
        holds: (reached[index] ?? 0) <= goal,
      })),
      {
        what: 'the same, until the screens of the office and the papers as well',
        measured: whole.toFixed(1),
        against: '',
      },
    ];
  } finally {
    await device.discard();
    await server.stop();
  }
}
