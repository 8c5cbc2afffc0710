// The main job, end to end: a day's work is logged while the server cannot be reached, arrives by itself exactly once,
// and is approved by a supervisor who is offline, too.

import { entry, logActivity, openActivity, storedTitles } from '../support/activities.ts';
import { type Device, PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { pngImage } from '../support/png-image.ts';
import type { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

interface Outage {
  begin: (device: Device, server: ServerProcess) => Promise<void>;
  end: (device: Device, server: ServerProcess) => Promise<void>;
  /** What the person reads meanwhile. */
  state: RegExp;
}

const outages: Record<string, Outage> = {
  'the network is cut': {
    begin: (device) => device.setOffline(true),
    end: (device) => device.setOffline(false),
    state: /Tersimpan di perangkat, \d+ menunggu/,
  },
  'the server is down': {
    begin: (_device, server) => server.kill(),
    end: (_device, server) => server.start(),
    state: /Tersimpan di perangkat, \d+ menunggu/,
  },
  'the server is in maintenance': {
    begin: async (_device, server) => {
      const until = new Date(Date.now() + 3_600_000).toISOString();
      await server.request(ADMINISTRATOR, 'POST', '/api/admin/maintenance', { until, message: 'Pindah ruang server' });
    },
    end: async (_device, server) => {
      await server.request(ADMINISTRATOR, 'DELETE', '/api/admin/maintenance');
    },
    state: /Server dipelihara sampai .*Tersimpan di perangkat, \d+ menunggu/,
  },
};

for (const [name, outage] of Object.entries(outages)) {
  test(`a day's work is logged while ${name}, and arrives exactly once`, async ({ server, newDevice }) => {
    const phone = await newDevice();
    await phone.signIn(EMPLOYEE);

    await outage.begin(phone, server);
    let page = phone.page;
    await page.reload();
    for (let number = 1; number <= 10; number += 1) {
      await logActivity(page, { title: `Uji kendaraan ${String(number).padStart(2, '0')}`, quantity: number });
    }
    for (const number of ['03', '05', '07']) {
      await openActivity(page, `Uji kendaraan ${number}`);
      await page.getByLabel('Apa yang dikerjakan').fill(`Uji kendaraan ${number} dan kalibrasi`);
      if (number === '05') {
        const file = { name: 'alat uji.png', mimeType: 'image/png', buffer: pngImage() };
        await page.getByLabel('Tambah foto').setInputFiles(file);
        await expect(page.getByText('alat uji.png')).toBeVisible();
      }
      await page.getByRole('button', { name: 'Simpan' }).click();
      await expect(entry(page, `Uji kendaraan ${number} dan kalibrasi`)).toContainText('Di perangkat ini');
    }
    await openActivity(page, 'Uji kendaraan 09');
    await page.getByRole('button', { name: 'Hapus kegiatan' }).click();
    await page.getByRole('button', { name: 'Hapus', exact: true }).click();
    // Not only out of sight: the list of the others stands there again, so the deletion is stored.
    await expect(entry(page, /Uji kendaraan \d\d/)).toHaveCount(9);
    await phone.expectState(outage.state);

    await phone.close();
    page = await phone.open();
    await expect(entry(page, /Uji kendaraan \d\d/)).toHaveCount(9);
    await expect(page.getByText('Di perangkat ini')).toHaveCount(9);
    await page.getByRole('button', { name: 'Kirim ke atasan (9)' }).click();
    await expect(entry(page, /Uji kendaraan/).filter({ hasText: 'Menunggu persetujuan' })).toHaveCount(9);

    await outage.end(phone, server);
    await phone.expectState(/Semua terkirim/, { timeout: 60_000 });
    await expect(page.getByText('Di perangkat ini')).toHaveCount(0);
    expect(await storedTitles(server, EMPLOYEE.id, 'Uji kendaraan %')).toEqual([
      ...['Uji kendaraan 01', 'Uji kendaraan 02', 'Uji kendaraan 03 dan kalibrasi', 'Uji kendaraan 04'],
      ...['Uji kendaraan 05 dan kalibrasi', 'Uji kendaraan 06', 'Uji kendaraan 07 dan kalibrasi'],
      ...['Uji kendaraan 08', 'Uji kendaraan 10'],
    ]);
  });
}

test('a supervisor without a network approves what has arrived, and the employee sees it when the network is back', async ({
  newDevice,
}) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await logActivity(page, { title: 'Uji kendaraan 01' });
  await openActivity(page, 'Uji kendaraan 01');
  const file = { name: 'alat uji.png', mimeType: 'image/png', buffer: pngImage() };
  await page.getByLabel('Tambah foto').setInputFiles(file);
  await expect(page.getByText('alat uji.png')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan' }).click();
  await logActivity(page, { title: 'Uji kendaraan 02' });
  await page.getByRole('button', { name: 'Kirim ke atasan (2)' }).click();
  await phone.expectState(/Semua terkirim/);

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: `${EMPLOYEE.name} Penguji` }).click();
  const waiting = entry(desk.page, /Uji kendaraan \d\d/).filter({ hasText: 'Setujui' });
  await expect(waiting).toHaveCount(2);
  await expect(desk.page.getByRole('link', { name: 'alat uji.png' })).toBeVisible();
  await desk.setOffline(true);
  const all = desk.page.getByRole('button', { name: /^Setujui semua/ });
  const count = (await all.textContent())?.match(/\d+/)?.[0];
  await all.click();
  await expect(desk.page.getByText('Tidak ada yang menunggu')).toBeVisible();
  await desk.expectState(`Tersimpan di perangkat, ${count} menunggu`);
  await desk.setOffline(false);
  await desk.expectState(/Semua terkirim/);
  await expect(entry(page, /Uji kendaraan/).filter({ hasText: 'Disetujui' })).toHaveCount(2);
});
