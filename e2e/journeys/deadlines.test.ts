// Batas Pengisian: an administrator opens again what is over, with a reason, for a person and for a unit; whoever must act
// reads the new last day, and what was late is in time.

import type { Page } from '@playwright/test';
import { fillActivity } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

// 10.00 in Amuntai (WITA) on a Tuesday.
test.use({ time: new Date('2026-11-24T02:00:00.000Z') });

/** Plans nothing in the demo agency. */
const PLANLESS = { id: 'adm-1', nip: '196903111992031013', name: 'Abdul Hamid' };

async function openAgain(page: Page, what: string, fill: () => Promise<void>) {
  await page.getByLabel('Yang dibuka').selectOption(what);
  await fill();
  await page.getByLabel('Batas baru').fill('01/12/2026');
  await page.getByLabel('Alasan').fill('Banjir di Danau Panggang');
  await page.getByRole('button', { name: 'Buka kembali', exact: true }).click();
  await expect(page.getByText('Pengisian dibuka kembali', { exact: true })).toBeVisible();
}

test('late work is in time once its day is opened again, and says why, also without a network', async ({
  newDevice,
}) => {
  const phone = await newDevice();
  const { page } = phone;
  await phone.signIn(EMPLOYEE);
  await page.goto(`${phone.network.origin}/kegiatan/baru?tanggal=2026-11-20`);
  await fillActivity(page, { title: 'Uji di Danau Panggang' });
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('heading', { name: 'Catat kegiatan' })).toBeHidden();
  await page.goto(`${phone.network.origin}/kegiatan`);
  await page.getByRole('link', { name: /Uji di Danau Panggang/ }).click();
  await expect(page.getByText(/Terlambat: dicatat 24 Nov 2026/)).toBeVisible();
  await phone.expectState(/Semua terkirim/);

  const pc = await newDevice({ viewport: PC });
  await pc.signIn(ADMINISTRATOR);
  await pc.page.goto(`${pc.network.origin}/kelola/batas-pengisian`);
  await openAgain(pc.page, 'Kegiatan harian', async () => {
    await pc.page.getByLabel('Hari kerja dari').fill('20/11/2026');
    await pc.page.getByLabel('Sampai', { exact: true }).fill('20/11/2026');
    await pc.page.getByLabel('Cari nama atau NIP').fill('ridha');
    await pc.page.getByRole('radio', { name: EMPLOYEE.name }).check();
  });
  await pc.expectState(/Semua terkirim/);

  await expect(page.getByText(/Tepat waktu: dicatat 24 Nov 2026/)).toBeVisible();
  await phone.setOffline(true);
  await page.reload();
  const sentence = /Pengisian dibuka kembali sampai 1 Desember 2026: Banjir di Danau Panggang\./;
  await expect(page.getByText(sentence)).toBeVisible();

  // Ended, it holds until the deadline of the next day, with the reason for that on the list.
  await pc.page.getByRole('button', { name: `Akhiri: ${EMPLOYEE.name}: Kegiatan harian` }).click();
  const dialog = pc.page.getByRole('dialog');
  await dialog.getByLabel('Alasan').fill('Sudah surut');
  await dialog.getByRole('button', { name: 'Akhiri' }).click();
  await expect(pc.page.getByText(/batas baru 25 November 2026/)).toBeVisible();
});

test('whoever has no plan reads until when, and until when after the unit was given longer', async ({ newDevice }) => {
  const phone = await newDevice();
  await phone.signIn(PLANLESS);
  await expect(
    phone.page.getByRole('link', { name: 'Anda belum punya SKP tahun ini, batasnya lewat 31 Januari 2026' }),
  ).toBeVisible();

  const pc = await newDevice({ viewport: PC });
  await pc.signIn(ADMINISTRATOR);
  await pc.page.goto(`${pc.network.origin}/kelola/batas-pengisian`);
  await pc.page.getByLabel('Yang dibuka').selectOption('SKP');
  await pc.page.getByRole('button', { name: 'Buka kembali', exact: true }).click();
  await expect(pc.page.getByText('Wajib diisi').first()).toBeVisible();
  await openAgain(pc.page, 'SKP', async () => {
    await pc.page.getByLabel('Masa').selectOption('Tahun 2026');
    await pc.page.getByLabel('Untuk', { exact: true }).selectOption('Satu unit kerja');
    // What is opened for a unit is open for those below it.
    await pc.page.getByLabel('Unit kerja').selectOption('Dinas Perhubungan');
  });
  await expect(
    phone.page.getByRole('link', {
      name: 'Anda belum punya SKP tahun ini, sampai Selasa, 1 Desember pukul 24.00',
    }),
  ).toBeVisible();
});
