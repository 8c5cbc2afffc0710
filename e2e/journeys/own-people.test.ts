// From an empty database to people of one's own: the administrator brings files as SIASN gives them.

import type { Page } from '@playwright/test';
import { SIASN_TITLES, type SiasnPerson, siasnRow } from '#client/features/people/import/testing.ts';
import { type Device, PC } from '../support/device.ts';
import { expect, test } from '../support/test.ts';

test.use({ serverEnv: { DEMO: 'no' } });

const PASSWORD = 'sungai negara';
const ADMIN = '198505052010011099';
const HIERARCHY =
  'ID;NAMA_UNOR;ID_ATASAN\nA1;Dinas Perhubungan;PEMKAB\nB1;Bidang Angkutan;A1\nB2;Bidang Lalu Lintas;A1\n';
const KADIS: SiasnPerson = {
  ...{ nip: '197004121995031002', name: 'RAHMADI NOOR', grade: 'IV/b', kind: 'Struktural', position: 'Kepala Dinas' },
  ...{ since: '01-03-2020', unitId: 'A1', unit: 'Dinas Perhubungan', echelon: 'II.b' },
};
const KABID: SiasnPerson = {
  ...{ nip: '197808152003121012', name: 'SUPIANI', back: 'S.T.', grade: 'III/d', kind: 'Struktural', echelon: 'III.b' },
  ...{ position: 'Kepala Bidang Angkutan', since: '05-02-2021', unitId: 'B1', unit: 'Bidang Angkutan' },
};
const STAFF: SiasnPerson = {
  ...{ nip: '199504122020122003', name: 'AULIA', grade: 'II/c', kind: 'Pelaksana', position: 'Pengelola Data' },
  ...{ since: '13-11-2022', unitId: 'B1', unit: 'Bidang Angkutan' },
};

const csv = (people: readonly SiasnPerson[]) =>
  [SIASN_TITLES, ...people.map(siasnRow)].map((cells) => cells.join('|')).join('\r\n');

async function bring(page: Page, name: string, content: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.getByLabel('Pilih berkas', { exact: true }).setInputFiles(file);
}

async function setUp({ page }: Device, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Nama instansi').fill('Dinas Perhubungan Kota Contoh');
  await page.getByLabel('NIP').fill(ADMIN);
  await page.getByLabel('Nama lengkap').fill('Siti Aminah, S.Kom.');
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Siapkan' }).click();
  await page.getByRole('link', { name: 'Ke halaman masuk' }).click();
}

async function signIn({ page }: Device, nip: string): Promise<void> {
  await page.getByLabel('NIP').fill(nip);
  await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Halo/ })).toBeVisible();
}

test('an empty agency gets its people by file, and a month later what has changed', async ({ server, newDevice }) => {
  const desk = await newDevice({ viewport: PC });
  const { page } = desk;
  await setUp(desk, desk.network.origin + server.setUpLink);
  await signIn(desk, ADMIN);
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /Pegawai dan jabatan/ }).click();
  await page.getByRole('link', { name: 'Impor pegawai' }).click();

  await bring(page, 'HierarkiUnor.csv', HIERARCHY);
  await expect(page.getByText('3 unit baru atau diubah')).toBeVisible();
  await page.screenshot({ path: 'test-results/a-units.png', fullPage: true });
  await page.getByRole('button', { name: 'Simpan 3 perubahan' }).click();
  await expect(page.getByText('3 perubahan disimpan')).toBeVisible();
  await desk.expectState(/Semua terkirim/);

  await bring(page, 'profil.csv', csv([KADIS, KABID, { ...STAFF, born: '13-04-1995' }]));
  await expect(page.getByText(/Baris 4.*Tanggal lahir tidak sama dengan yang di NIP/)).toBeVisible();
  await page.screenshot({ path: 'test-results/a-problems.png', fullPage: true });
  await expect(page.getByLabel('Berkas ini memuat semua pegawai instansi')).toBeDisabled();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh baris yang perlu diperbaiki' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Perbaiki profil.csv');

  await bring(page, 'profil.csv', csv([KADIS, KABID, STAFF]));
  await expect(page.getByText('3 baris dibaca: 3 perubahan')).toBeVisible();
  await page.screenshot({ path: 'test-results/a-report.png', fullPage: true });
  await page.getByRole('button', { name: 'Simpan 3 perubahan' }).click();
  await expect(page.getByText('Pegawai tersimpan')).toBeVisible();
  await bring(page, 'profil.csv', csv([KADIS, KABID, STAFF]));
  await expect(page.getByText('Tidak ada yang berubah')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Simpan/ })).toBeHidden();
});
