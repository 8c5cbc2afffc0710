// What stands on the screen is in the draft: also what a phone keyboard is still composing, also in the forms inside
// forms. And it belongs to its form: once that is saved, its words never come back.

import { chromium, type Locator } from '@playwright/test';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { entry, fillActivity, logActivity } from '../support/activities.ts';
import { launchOptions } from '../support/browser.ts';
import { type Device, PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

/** Types as a phone keyboard does: the word is being composed, and nothing ends the composition. */
async function compose(device: Device, field: Locator, text: string): Promise<void> {
  await field.click();
  const cdp = await device.context.newCDPSession(device.page);
  for (let length = 1; length <= text.length; length += 1) {
    const selection = { selectionStart: length, selectionEnd: length };
    await cdp.send('Input.imeSetComposition', { text: text.slice(0, length), ...selection });
  }
  await expect(field).toHaveValue(new RegExp(`${text}$`));
}

const WORDS = 'Memeriksa kelaikan jalan empat belas kendaraan niaga';

test('a word that is still being composed is there after a reload, in a line and in a text', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await page.getByRole('link', { name: 'Catat kegiatan' }).click();
  await compose(phone, page.getByLabel('Apa yang dikerjakan'), WORDS);
  await page.reload();
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue(WORDS);
  await compose(phone, page.getByLabel('Keterangan'), WORDS);
  await page.reload();
  await expect(page.getByLabel('Keterangan')).toHaveValue(WORDS);
  await page.getByRole('button', { name: 'Tambah tautan' }).click();
  await compose(phone, page.getByLabel('Nama bukti'), WORDS);
  await page.reload();
  await page.getByRole('button', { name: 'Tambah tautan' }).click();
  await expect(page.getByLabel('Nama bukti')).toHaveValue(WORDS);
});

test('a note to an employee, an announcement: no words are only on the screen', async ({ newDevice }) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await logActivity(phone.page, { title: 'Perlu catatan' });
  await phone.page.getByRole('button', { name: /^Kirim ke atasan/ }).click();
  await phone.expectState(/Semua terkirim/);

  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name} Penguji`) }).click();
  await page.getByRole('button', { name: 'Kembalikan', exact: true }).first().click();
  await compose(desk, page.getByLabel('Catatan untuk pegawai'), WORDS);
  await page.reload();
  await page.getByRole('button', { name: 'Kembalikan', exact: true }).first().click();
  await expect(page.getByLabel('Catatan untuk pegawai')).toHaveValue(WORDS);
  await page.getByRole('button', { name: 'Kembalikan dengan catatan' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();

  const office = await newDevice({ viewport: PC });
  await office.signIn(ADMINISTRATOR);
  await office.page.goto(`${office.network.origin}/kelola/pemeliharaan`);
  await compose(office, office.page.getByLabel('Pesan untuk pegawai'), WORDS);
  await office.page.reload();
  await expect(office.page.getByLabel('Pesan untuk pegawai')).toHaveValue(WORDS);
});

test('a form that is emptied, or saved, leaves no draft that a sign-out would warn of', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await phone.goTo('Akun');
  await page.getByRole('link', { name: /Cuti/ }).click();
  await page.getByLabel('Keterangan').fill('Keluarga sakit');
  await page.waitForTimeout(400);
  await page.getByRole('button', { name: 'Ajukan cuti' }).click();
  await expect(page.getByLabel('Keterangan')).toHaveValue('');
  await page.getByLabel('Keterangan').fill('Tidak jadi');
  await page.waitForTimeout(400);
  await page.getByLabel('Keterangan').fill('');
  await page.waitForTimeout(400);
  await phone.expectState(/Semua terkirim/);
  await phone.goTo('Akun');
  await page.getByRole('button', { name: 'Keluar' }).click();
  await expect(page.getByRole('dialog').getByText(/isian/)).toBeHidden();
});

test('the words of a saved form do not come back with the page that the browser kept', async ({ server }) => {
  // Playwright switches this cache off; people have it on.
  const browser = await chromium.launch({
    ...launchOptions(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const page = await browser.newPage({ locale: 'id-ID' });
    page.setDefaultTimeout(30_000);
    await page.goto(server.origin);
    await page.getByLabel('NIP').fill(EMPLOYEE.nip);
    await page.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /Semua terkirim/ })
        .first(),
    ).toBeVisible();

    await page.getByRole('link', { name: 'Catat kegiatan' }).click();
    await fillActivity(page, { title: 'Sebelum pergi' });
    await page.evaluate(() => {
      (window as { kept?: boolean }).kept = true;
    });
    // Left within the quarter of a second that a draft takes: the words go to the last words.
    await page.getByLabel('Keterangan').fill('Kata terakhir');
    await page.evaluate(() => location.assign('/manifest.webmanifest'));
    await page.waitForURL(/manifest/);
    await page.goBack({ waitUntil: 'commit' });
    await expect(page.getByLabel('Keterangan')).toHaveValue('Kata terakhir');
    // A page that the browser brings back begins anew: frozen in the middle of something, it would hold the storage.
    expect(await page.evaluate(() => (window as { kept?: boolean }).kept)).toBeUndefined();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(entry(page, 'Sebelum pergi')).toBeVisible();

    await page.getByRole('link', { name: 'Catat kegiatan' }).click();
    await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue('');
    await fillActivity(page, { title: 'Kegiatan berikutnya' });
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(entry(page, 'Kegiatan berikutnya')).toBeVisible();
    await expect(entry(page, 'Sebelum pergi')).toHaveCount(1);
  } finally {
    await browser.close();
  }
});
