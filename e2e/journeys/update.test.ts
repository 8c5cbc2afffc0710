// A new version of the app arrives while work of the old one waits: it is offered, taken when the person says so, and
// what waited, in the shape of the old version, is understood.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { sql } from 'kysely';
import { entry, fillActivity, openActivity, storedTitles } from '../support/activities.ts';
import { publish } from '../support/newer-version.ts';
import { EMPLOYEE } from '../support/people.ts';
import { pngImage } from '../support/png-image.ts';
import { expect, test } from '../support/test.ts';

const installed = mkdtempSync(join(tmpdir(), 'kerjaku-app-'));
cpSync(resolve(import.meta.dirname, '../../dist'), installed, { recursive: true });
test.use({ serverEnv: { CLIENT_DIR: installed } });
test.afterAll(() => rmSync(installed, { recursive: true, force: true }));

/** Puts the waiting evidence into the shape in which version 0.1.0 of the app had queued it. */
const asQueuedBy010 = (page: Page) =>
  page.evaluate(async () => {
    const promised = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const name = (await indexedDB.databases()).map((one) => one.name ?? '').find((one) => one.startsWith('kerjaku '));
    const db = await promised(indexedDB.open(name ?? ''));
    const outbox = db.transaction('outbox', 'readwrite').objectStore('outbox');
    let changed = 0;
    for (const queued of await promised(outbox.getAll())) {
      if (queued.name !== 'evidence.attach') continue;
      const { thumbnail: _no, takenAt: _neither, place: _nor, ...args } = queued.args;
      await promised(outbox.put({ ...queued, v: 1, args }));
      changed += 1;
    }
    db.close();
    return changed;
  });

test('an update waits for the person, keeps the form and the queue, and understands what the old app has queued', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await fillActivity(page, { title: 'Uji rem dengan foto' });
  const photo = { name: 'rem.png', mimeType: 'image/png', buffer: pngImage() };
  await page.getByLabel('Tambah foto').setInputFiles(photo);
  await expect(page.getByText('rem.png')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(entry(page, 'Uji rem dengan foto')).toContainText('Di perangkat ini');
  expect(await asQueuedBy010(page)).toBe(1);

  publish(installed, 'a newer version');
  await openActivity(page, 'Uji rem dengan foto');
  await page.getByRole('button', { name: 'Kembali' }).click();
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await page.getByLabel('Apa yang dikerjakan').fill('Setengah jalan');
  await phone.network.restore();
  await phone.context.setOffline(false);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready).update());
  await expect(page.getByText('Versi baru tersedia')).toBeVisible();
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue('Setengah jalan');
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Perbarui', exact: true }).click();
  await reloaded;
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue('Setengah jalan');
  await phone.expectState(/Semua terkirim/);
  expect(await storedTitles(server, EMPLOYEE.id, 'Uji rem dengan foto')).toHaveLength(1);
  const { rows } = await sql<{ thumbnail: string | null; v: number }>`
    select e.thumbnail, m.v from evidence e join mutation_log m on m.args->>'id' = e.id where e.name = 'rem.png'`.execute(
    await server.database(),
  );
  expect(rows).toEqual([{ thumbnail: null, v: 1 }]);
});
