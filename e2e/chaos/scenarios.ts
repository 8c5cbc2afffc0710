// What is done to real processes, each scenario with the number of its runs.

import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { sql } from 'kysely';
import { HOLD_MS } from '#client/sync/held.ts';
import type { Random } from '../simulation/random.ts';
import { entry, fillActivity, logActivity } from '../support/activities.ts';
import type { Device } from '../support/device.ts';
import { EMPLOYEE } from '../support/people.ts';
import type { Engine } from './engine.ts';
import { loseStorageAfterCommit } from './lossy-storage.ts';
import type { Place } from './place.ts';

export interface Scenario {
  name: string;
  runs: number;
  run: (place: Place, runs: number, random: Random) => Promise<void>;
}

/** All of them work and send at once. What fails is sent again by the next run, or when everything settles. */
const rush = (engines: Engine[], entries: number) =>
  engines.map(async (engine) => {
    await engine.work(entries);
    await engine.sync();
  });

/** Beyond what work takes that nothing holds up, and below what a device takes to give up a dead wire. */
const SOON_MS = 18_000;

/** Fails where it takes so long that somebody waited for what was dead. */
async function soon<Result>(work: Promise<Result>, who: string): Promise<Result> {
  const late = sleep(SOON_MS, 'late' as const, { ref: false });
  const done = await Promise.race([work.then((result) => ({ result })), late]);
  if (done === 'late') throw new Error(`${who} waited for more than ${SOON_MS / 1000} s`);
  return done.result;
}

async function backInService(place: Place): Promise<void> {
  while (!(await fetch(`${place.server.origin}/api/health/ready`)).ok) await sleep(200);
}

/** Chromium writes its cookies every thirty seconds; killed before, it has forgotten that somebody signed in. */
const COOKIES_MS = 35_000;

/** Ends the browser as the phone's battery does. */
async function kill(device: Device): Promise<void> {
  execFileSync('pkill', ['-9', '-f', device.profile]);
  await device.close().catch(() => undefined);
}

export const SCENARIOS: Scenario[] = [
  {
    name: 'the server is killed at a random moment while eight devices push',
    runs: 50,
    async run(place, runs, random) {
      const engines = await place.engines(8);
      const phone = await place.browser();
      for (let run = 0; run < runs; run += 1) {
        if (run % 10 === 0) {
          await phone.setOffline(true);
          await logActivity(phone.page, { title: `Kacau ${run}` });
          await place.noteMade(phone);
          await phone.setOffline(false);
        }
        const rushing = rush(engines, 5 + random.below(20));
        await sleep(random.below(250));
        await place.server.kill();
        await Promise.all(rushing);
        await place.server.start();
      }
    },
  },
  {
    name: 'acts are taken back as they are sent, and the server is killed',
    runs: 12,
    async run(place, runs, random) {
      const engines = await place.engines(6);
      for (let run = 0; run < runs; run += 1) {
        const held = await Promise.all(engines.map((engine) => engine.logForNow()));
        // Before its time is over, and in the moment in which it is.
        await sleep(run % 2 === 0 ? random.below(300) : HOLD_MS - 100 + random.below(200));
        const rushing = rush(engines, 1 + random.below(5));
        await sleep(random.below(150));
        const [first = 0, ...others] = engines.keys();
        await engines[first]?.changeMind(held[first] ?? '');
        await place.server.kill();
        for (const at of others) await engines[at]?.changeMind(held[at] ?? '');
        await Promise.all(rushing);
        await place.server.start();
      }
    },
  },
  {
    name: 'PostgreSQL is restarted under load',
    runs: 10,
    async run(place, runs, random) {
      const engines = await place.engines(8);
      for (let run = 0; run < runs; run += 1) {
        const rushing = rush(engines, 5 + random.below(20));
        await sleep(random.below(150));
        await place.restartPostgres();
        await Promise.all(rushing);
        await Promise.all(rush(engines, 2));
      }
    },
  },
  {
    name: 'the browser is killed during a save',
    runs: 10,
    async run(place, runs, random) {
      const phone = await place.browser();
      await sleep(COOKIES_MS);
      for (let run = 0; run < runs; run += 1) {
        await phone.setOffline(true);
        await phone.page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
        await fillActivity(phone.page, { title: `Simpan ${run}` });
        // What was typed half a second ago is on the disk.
        await sleep(500);
        void phone.page
          .getByRole('button', { name: 'Simpan' })
          .click()
          .catch(() => undefined);
        await sleep(random.below(120));
        await kill(phone);
        const page = await phone.open();
        await expect(page.getByRole('heading', { name: /^Halo/ })).toBeVisible();
        // Saved, or still in the form: never gone.
        if (!(await entry(page, `Simpan ${run}`).isVisible())) {
          await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
          await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue(`Simpan ${run}`);
          await page.getByRole('button', { name: 'Simpan' }).click();
          await expect(entry(page, `Simpan ${run}`)).toBeVisible();
        }
        await place.noteMade(phone);
        await phone.setOffline(false);
      }
    },
  },
  {
    name: 'the browser is killed during a sync',
    runs: 10,
    async run(place, runs, random) {
      const phone = await place.browser();
      await sleep(COOKIES_MS);
      for (let run = 0; run < runs; run += 1) {
        await phone.setOffline(true);
        for (let n = 0; n < 3; n += 1) await logActivity(phone.page, { title: `Kirim ${run} ${n}` });
        await place.noteMade(phone);
        await phone.setOffline(false);
        await sleep(random.below(400));
        await kill(phone);
        await phone.open();
      }
    },
  },
  {
    name: 'a wire that drops, delays and cuts in the middle',
    runs: 20,
    async run(place, runs, random) {
      const engines = await place.engines(6);
      const phone = await place.browser();
      for (let run = 0; run < runs; run += 1) {
        for (const { network } of [...engines, phone]) {
          network.break({ random: random.next, cutShare: 0.1, delayShare: 0.3, delayMs: 300, truncateShare: 0.1 });
        }
        if (run % 5 === 0) await logActivity(phone.page, { title: `Putus ${run}` });
        await Promise.all(rush(engines, 3 + random.below(10)));
      }
      for (const { network } of [...engines, phone]) network.break(null);
    },
  },
  {
    name: '2G: 50 kbit/s, 800 ms, every tenth packet lost',
    runs: 3,
    async run(place, runs, random) {
      const engines = await place.engines(2);
      const phone = await place.browser();
      for (const { network } of [...engines, phone]) {
        network.slow({ bytesPerSecond: 6250, roundTripMs: 1_600 });
        // TCP sends a lost packet again: to the app it is a second and more of silence.
        network.break({ random: random.next, cutShare: 0, delayShare: 0.1, delayMs: 1500, truncateShare: 0 });
      }
      for (let run = 0; run < runs; run += 1) {
        await logActivity(phone.page, { title: `Lambat ${run}` });
        await Promise.all(rush(engines, 10));
      }
      for (const { network } of [...engines, phone]) {
        network.slow(null);
        network.break(null);
      }
    },
  },
  {
    name: 'connections of devices die silently',
    runs: 3,
    async run(place, runs, random) {
      const engines = await place.engines(8);
      const phone = await place.browser();
      for (let run = 0; run < runs; run += 1) {
        const [dying, others] = [engines.slice(0, 4), engines.slice(4)];
        const waiting = rush(dying, 5 + random.below(20));
        const rushing = rush(others, 5 + random.below(20));
        await sleep(random.below(150));
        for (const { network } of [...dying, phone]) network.fallSilent();
        await logActivity(phone.page, { title: `Diam ${run}` });
        await place.noteMade(phone);
        // Whoever has a living wire is held up by nobody.
        await soon(Promise.all(rushing), 'devices with a living wire');
        for (const { network } of [...dying, phone]) network.restore();
        await Promise.all(rush(others, 3));
        await Promise.all(waiting);
      }
    },
  },
  {
    name: 'connections of the server to PostgreSQL die silently',
    runs: 5,
    async run(place, runs, random) {
      const engines = await place.engines(8);
      for (let run = 0; run < runs; run += 1) {
        const rushing = rush(engines, 5 + random.below(20));
        await sleep(random.below(150));
        place.wire.fallSilent();
        await sleep(500 + random.below(2000));
        place.wire.restore();
        await soon(Promise.all(rushing), 'devices whose server has lost its database');
        await soon(backInService(place), 'the server');
      }
    },
  },
  {
    name: 'the storage of the browser commits and then loses its connection, under double taps',
    runs: 10,
    async run(place, runs, random) {
      const phone = await place.browser();
      const { page } = phone;
      await loseStorageAfterCommit(phone, { share: 0.3, seed: 1 + random.below(1_000_000) });
      for (let run = 0; run < runs; run += 1) {
        await phone.setOffline(true);
        for (const half of ['a', 'b']) {
          await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
          await fillActivity(page, { title: `Lupa ${run}${half}` });
          await page.getByRole('button', { name: 'Simpan' }).dblclick();
          await expect(page.getByRole('heading', { name: 'Catat kegiatan' })).toBeHidden();
          await expect(entry(page, `Lupa ${run}${half}`)).toHaveCount(1);
        }
        await place.noteMade(phone);
        await phone.setOffline(false);
        await phone.expectState(/Semua terkirim/);
      }
      const { rows } = await sql<{ title: string }>`
        select title from activity where title like 'Lupa %' and not deleted`.execute(place.db);
      expect(rows.map(({ title }) => title).sort()).toEqual(
        Array.from({ length: runs }, (_, run) => [`Lupa ${run}a`, `Lupa ${run}b`])
          .flat()
          .sort(),
      );
    },
  },
  {
    name: 'a new epoch over a wire that breaks',
    runs: 5,
    async run(place, runs, random) {
      const engines = await place.engines(6);
      const phone = await place.browser();
      const { page } = phone;
      await logActivity(page, { title: 'Sudah tersimpan' });
      await place.noteMade(phone);
      await phone.expectState(/Semua terkirim/);
      for (let run = 0; run < runs; run += 1) {
        await Promise.all(rush(engines, 3));
        for (const { network } of [...engines, phone]) {
          network.break({ random: random.next, cutShare: 0.2, delayShare: 0.2, delayMs: 200, truncateShare: 0.2 });
        }
        await sql`update agency set epoch = gen_random_uuid()`.execute(place.db);
        for (let look = 0; look < 3; look += 1) {
          await Promise.all(rush(engines, 2));
          await page.reload();
          // Whatever has come of the new history so far, what was here is still here.
          await expect(entry(page, 'Sudah tersimpan')).toBeVisible();
        }
        for (const { network } of [...engines, phone]) network.break(null);
        await place.settle();
      }
    },
  },
  {
    name: 'the storage of the browser is full',
    runs: 1,
    async run(place) {
      const phone = await place.browser();
      const { page } = phone;
      await phone.setOffline(true);
      await logActivity(page, { title: 'Sebelum penuh' });
      await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
      await fillActivity(page, { title: 'Saat penuh' });
      const cdp = await phone.context.newCDPSession(page);
      const { origin } = phone.network;
      await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      // Chromium believes for up to thirty seconds what it last knew of the room that is left.
      await sleep(32_000);
      await page.getByRole('button', { name: 'Simpan' }).click();
      await expect(page.getByRole('alert')).toContainText('Penyimpanan perangkat penuh.');
      await cdp.send('Storage.overrideQuotaForOrigin', { origin });
      await page.getByRole('button', { name: 'Simpan' }).click();
      await expect(entry(page, 'Saat penuh')).toBeVisible();
      await place.noteMade(phone);
      await phone.setOffline(false);
    },
  },
  {
    name: 'two tabs and the service worker at once',
    runs: 5,
    async run(place, runs) {
      const phone = await place.browser();
      const first = phone.page;
      const second = await phone.context.newPage();
      await second.goto(phone.network.origin);
      for (let run = 0; run < runs; run += 1) {
        await phone.setOffline(true);
        await Promise.all([
          logActivity(first, { title: `Tab satu ${run}` }),
          logActivity(second, { title: `Tab dua ${run}` }),
        ]);
        await place.noteMade(phone);
        // Both tabs wake, and Background Sync in the service worker with them.
        await phone.setOffline(false);
        await sleep(300);
      }
    },
  },
  {
    name: 'a device comes back after ninety days',
    runs: 1,
    async run(place) {
      const [engine] = await place.engines(1);
      await engine?.work(10);
      await engine?.sync();
      const phone = await place.browser();
      await phone.setOffline(true);
      await logActivity(phone.page, { title: 'Sebelum berangkat' });
      await place.noteMade(phone);
      await sql`update session set expires_at = now() - interval '60 days'
        where employee_id = ${EMPLOYEE.id} and created_at = (select max(created_at) from session)`.execute(place.db);
      await sql`update device set last_contact = last_contact - interval '90 days'`.execute(place.db);
      // Meanwhile much is written, and some of what the device holds is deleted.
      for (let n = 0; n < 20; n += 1) {
        await engine?.work(15);
        await engine?.erase(3);
        await engine?.sync();
      }
      await phone.setOffline(false);
      await phone.expectState(/Masuk lagi untuk mengirim/, { timeout: 60_000 });
      await phone.page.goto(`${phone.network.origin}/masuk`);
      await phone.signIn(EMPLOYEE);
    },
  },
  {
    name: 'five hundred devices come back within the same second',
    runs: 1,
    async run(place) {
      const engines = await place.engines(500, 100);
      for (const engine of engines) engine.network.cut();
      await Promise.all(engines.map((engine) => engine.work(2)));
      for (const engine of engines) engine.network.restore();
      await Promise.all(engines.map((engine) => engine.sync()));
    },
  },
];
