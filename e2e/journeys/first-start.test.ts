// From an empty database to an agency: who started the server reads a link, and by it the first administrator comes in.

import { PC } from '../support/device.ts';
import { expect, test } from '../support/test.ts';

test.use({ serverEnv: { DEMO: 'no' } });

test('the link opens the set-up once, and the first administrator signs in', async ({ server, newDevice }) => {
  const phone = await newDevice();
  const { page } = phone;
  expect(server.setUpLink).toMatch(/^\/siapkan#[\w-]{43}$/);
  await page.goto(server.origin + server.setUpLink);
  await page.getByRole('button', { name: 'Siapkan' }).click();
  await expect(page.getByText('Wajib diisi.').first()).toBeVisible();
  await page.getByLabel('Nama instansi').fill('Dinas Perhubungan Kota Contoh');
  await page.getByLabel('Kop surat').fill('PEMERINTAH KOTA CONTOH\nDINAS PERHUBUNGAN');
  await page.getByLabel('NIP').fill('19850505 201001 1 099');
  await page.getByLabel('Nama lengkap').fill('Siti Aminah, S.Kom.');
  await page.getByLabel('Kata sandi', { exact: true }).fill('05051985 1985');
  await page.getByLabel('Ulangi kata sandi').fill('lain');
  await page.getByRole('button', { name: 'Siapkan' }).click();
  await expect(page.getByText('Jangan memakai NIP atau tanggal lahir sendiri.')).toBeVisible();
  await expect(page.getByText('Kedua kata sandi tidak sama.')).toBeVisible();
  await page.getByLabel('Kata sandi', { exact: true }).fill('sungai negara');
  await page.getByLabel('Ulangi kata sandi').fill('sungai negara');
  await page.getByRole('button', { name: 'Siapkan' }).click();
  await expect(page.getByText('Instansi siap dipakai')).toBeVisible();

  await page.getByRole('link', { name: 'Ke halaman masuk' }).click();
  await page.getByLabel('NIP').fill('198505052010011099');
  await page.getByLabel('Kata sandi', { exact: true }).fill('sungai negara');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await phone.goTo('Kelola');
  await expect(page.getByRole('link', { name: /Aturan instansi/ })).toBeVisible();

  const desk = await newDevice({ viewport: PC });
  await desk.page.goto(server.origin + server.setUpLink);
  await expect(desk.page.getByText('Tautan ini tidak berlaku lagi')).toBeVisible();
});
