// From an empty database to people of one's own: the administrator brings files as SIASN gives them.

import type { Page } from '@playwright/test';
import { SIASN_TITLES, type SiasnPerson, siasnRow } from '#client/features/people/import/testing.ts';
import { entry, logActivity } from '../support/activities.ts';
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
  ...{ since: '13-11-2022', unitId: 'A1', unit: 'Dinas Perhubungan' },
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

/** On a phone, by the code of the slip: its QR code opens the page with both filled in. */
async function activate({ page, network }: Device, nip: string, code: string): Promise<void> {
  await page.goto(`${network.origin}/aktivasi#${nip}.${code}`);
  await page.reload();
  await expect(page.getByLabel('Kode aktivasi')).toHaveValue(code);
  await page.getByLabel('Kata sandi baru').fill(PASSWORD);
  await page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
  await page.getByRole('button', { name: 'Aktifkan' }).click();
  await expect(page.getByRole('heading', { name: /^Halo/ })).toBeVisible();
}

async function plan(device: Device, text: string, more: { label: string; option: string }): Promise<void> {
  const { page } = device;
  await device.goTo('SKP');
  await page.getByRole('button', { name: /^Susun SKP \d{4}$/ }).click();
  await page.getByRole('button', { name: 'Tambah RHK' }).click();
  await page.getByLabel('Rencana hasil kerja').fill(text);
  await page.getByLabel(more.label).selectOption({ label: more.option });
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Tambah IKI' }).click();
  await page.getByLabel('Indikator', { exact: true }).fill('Jumlah laporan');
  await page.getByLabel('Target', { exact: true }).fill('12');
  await page.getByLabel('Satuan').fill('laporan');
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await page.getByRole('button', { name: 'Ajukan ke atasan' }).click();
}

test('from an empty database by a SIASN file and slips to a first day that the superior approves; then the next month', async ({
  server,
  newDevice,
}) => {
  test.setTimeout(240_000);
  const desk = await newDevice({ viewport: PC });
  const { page } = desk;
  await setUp(desk, desk.network.origin + server.setUpLink);
  await expect(page.getByText(/rekaan/)).toBeHidden();
  await signIn(desk, ADMIN);
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /Pegawai dan jabatan/ }).click();
  await page.getByRole('link', { name: 'Impor pegawai' }).click();

  await bring(page, 'HierarkiUnor.csv', HIERARCHY);
  await expect(page.getByText('3 unit baru atau diubah')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan 3 perubahan' }).click();
  await expect(page.getByText('3 perubahan disimpan')).toBeVisible();

  await bring(page, 'profil.csv', csv([KADIS, KABID, { ...STAFF, born: '13-04-1995' }]));
  await expect(page.getByText(/Baris 4.*Tanggal lahir tidak sama dengan yang di NIP/)).toBeVisible();
  await expect(page.getByLabel('Berkas ini memuat semua pegawai instansi')).toBeDisabled();
  const [toMend] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh baris yang perlu diperbaiki' }).click(),
  ]);
  expect(toMend.suggestedFilename()).toBe('Perbaiki profil.csv');

  await bring(page, 'profil.csv', csv([KADIS, KABID, STAFF]));
  await expect(page.getByText('3 baris dibaca: 3 perubahan')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan 3 perubahan' }).click();
  await expect(page.getByText('Pegawai tersimpan')).toBeVisible();
  await bring(page, 'profil.csv', csv([KADIS, KABID, STAFF]));
  await expect(page.getByText('Tidak ada yang berubah')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Simpan/ })).toBeHidden();

  // Slips: the codes are told once, and come on paper with a QR code.
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /Akun pegawai/ }).click();
  await page.getByRole('button', { name: 'Buat kode aktivasi untuk 3 pegawai' }).click();
  await expect(page.getByText('3 kode siap dicetak')).toBeVisible();
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Unduh lembar aktivasi (PDF)' }).click(),
  ]);
  expect(sheet.suggestedFilename()).toBe('Lembar aktivasi.pdf');
  await sheet.saveAs('test-results/slips.pdf');
  const codeOf = async (name: string) => {
    const line = page.getByRole('status').getByRole('listitem').filter({ hasText: name });
    return (await line.locator('b').textContent()) ?? '';
  };
  const [headCode, staffCode] = [await codeOf(KADIS.name), await codeOf(STAFF.name)];
  await page.screenshot({ path: 'test-results/accounts.png', fullPage: true });

  const head = await newDevice();
  await activate(head, KADIS.nip, headCode);
  await plan(head, 'Terkelolanya layanan perhubungan', { label: 'Perspektif', option: 'Penerima layanan' });
  await head.page.getByRole('button', { name: 'Tetapkan SKP' }).click();
  await head.expectState(/Semua terkirim/);

  const phone = await newDevice();
  await activate(phone, STAFF.nip, staffCode);
  await phone.expectInstalled();
  await plan(phone, 'Tersusunnya data layanan', {
    ...{ label: 'RHK pimpinan yang diintervensi', option: 'Terkelolanya layanan perhubungan' },
  });
  await phone.expectState(/Semua terkirim/);
  await head.goTo('Tim');
  await head.page.getByRole('link', { name: STAFF.name }).first().click();
  await head.page.getByRole('button', { name: 'Setujui SKP' }).click();
  await head.expectState(/Semua terkirim/);
  await expect(phone.page.getByText('Disetujui. Kegiatan harian dicatat')).toBeVisible();

  // The first day, without a network.
  await phone.setOffline(true);
  await phone.goTo('Hari ini');
  await logActivity(phone.page, { title: 'Rekap data trayek', unit: 'laporan' });
  await phone.page.getByRole('button', { name: /^Kirim ke atasan/ }).click();
  await expect(entry(phone.page, 'Rekap data trayek')).toContainText('Menunggu persetujuan');
  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/);
  await expect(head.page.getByText('Rekap data trayek')).toBeVisible();
  await head.page.getByRole('button', { name: 'Setujui', exact: true }).first().click();
  await expect(entry(phone.page, 'Rekap data trayek')).toContainText('Disetujui', { timeout: 60_000 });

  // A month later one has moved and been promoted, one is retired: who is out is out at once.
  const kabid = await newDevice();
  await activate(kabid, KABID.nip, await codeOf(KABID.name));
  await desk.goTo('Kelola');
  await page.getByRole('link', { name: /Pegawai dan jabatan/ }).click();
  await page.getByRole('link', { name: 'Impor pegawai' }).click();
  const moved = { ...STAFF, grade: 'II/d', unitId: 'B2', unit: 'Bidang Lalu Lintas' };
  await bring(page, 'profil bulan depan.csv', csv([KADIS, { ...KABID, standing: 'Pensiun' }, moved]));
  await expect(page.getByText('3 baris dibaca: 2 perubahan')).toBeVisible();
  await page.screenshot({ path: 'test-results/moves.png', fullPage: true });
  await expect(page.getByRole('row', { name: /AULIA/ })).toContainText('Naik golongan, Pindah jabatan');
  await expect(page.getByRole('row', { name: /SUPIANI/ })).toContainText('Keluar');
  await page.getByRole('button', { name: 'Simpan 2 perubahan' }).click();
  await expect(page.getByText('Pegawai tersimpan')).toBeVisible();
  await phone.goTo('Akun');
  await expect(phone.page.getByText('Bidang Lalu Lintas')).toBeVisible();

  await kabid.page.goto(`${kabid.network.origin}/masuk`);
  await kabid.page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await kabid.page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(kabid.page.getByRole('alert')).toContainText('Anda tidak lagi tercatat memegang jabatan');
});
