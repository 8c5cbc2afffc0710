// Somebody types for another, each signed in as themselves and without a network; the owner confirms before anything reaches
// the superior, and ends the help while an entry still waits on the helper's phone.

import { entry, storedTitles } from '../support/activities.ts';
import type { Device } from '../support/device.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, type Person, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const HELPER: Person = { id: 'penguji-2', nip: '199203192015031002', name: 'Khairul Anwar, A.Md.' };
const [RIGHT, WRONG, LATE] = ['Uji rem 14 mikrolet', 'Rapat orang lain', 'Kalibrasi alat uji rem'];

async function type({ page }: Device, title: string, result: string | null = null): Promise<void> {
  await page.getByLabel('Apa yang dikerjakan').fill(title);
  if (result !== null) await page.getByLabel('Mendukung RHK').selectOption(result);
  else await page.getByLabel('Mendukung RHK').selectOption({ index: 1 });
  await page.getByLabel('Jumlah hasil').fill('14');
  await page.getByLabel('Satuan').fill('kendaraan');
  await page.getByRole('radio', { name: 'Lamanya saja' }).check();
  await page.getByLabel('Lama (menit)').fill('90');
  await page.getByRole('button', { name: 'Simpan untuk dipastikan' }).click();
  await expect(entry(page, title)).toContainText('Menunggu dipastikan');
}

test('a colleague types offline, the owner confirms offline, the superior sees who typed it', async ({
  server,
  newDevice,
}) => {
  test.setTimeout(5 * 60_000);
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await phone.goTo('Akun');
  await page.getByRole('link', { name: /^Bantuan mengisi/ }).click();
  await page.getByLabel('Cari nama').fill('khairul');
  await page.getByLabel('Pembantu', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Beri bantuan' }).click();
  await expect(page.getByRole('button', { name: `Akhiri bantuan ${HELPER.name}` })).toBeVisible();
  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/);

  const other = await newDevice();
  await other.signIn(HELPER);
  await other.page.getByRole('link', { name: `Bantu isi untuk ${EMPLOYEE.name}` }).click();
  await expect(other.page.getByRole('heading', { level: 1, name: /^Bantu isi untuk/ })).toBeVisible();
  await other.setOffline(true);
  await type(other, RIGHT);
  await type(other, WRONG, '');
  // Half-typed, it is still there after the app was closed.
  await other.page.getByLabel('Apa yang dikerjakan').fill('Belum selesai');
  await other.page.waitForTimeout(600);
  await other.page.reload();
  await expect(other.page.getByLabel('Apa yang dikerjakan')).toHaveValue('Belum selesai');
  await other.page.getByRole('button', { name: 'Kosongkan isian' }).click();
  const question = other.page.getByRole('dialog', { name: 'Buang isian ini?' });
  await other.page.waitForTimeout(600);
  await question.getByRole('button', { name: 'Buang', exact: true }).click();
  await other.setOffline(false);
  await other.expectState(/Semua terkirim/);
  expect(await storedTitles(server, EMPLOYEE.id, RIGHT)).toEqual([]);

  await page.goto(phone.network.origin);
  await page.getByRole('link', { name: '2 catatan menunggu Anda pastikan' }).click({ timeout: 60_000 });
  await phone.setOffline(true);
  await expect(entry(page, RIGHT)).toContainText(`Diketik oleh ${HELPER.name}`);
  await page.getByRole('button', { name: `Benar, kirim: ${RIGHT}` }).click();
  await expect(page.getByRole('button', { name: `Benar, kirim: ${RIGHT}` })).toBeHidden();
  await page.getByRole('button', { name: `Bukan pekerjaan saya: ${WRONG}` }).click();
  await expect(page.getByRole('heading', { name: 'Bukan pekerjaan saya' })).toBeVisible();
  await phone.setOffline(false);
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, RIGHT, 'submitted'), { timeout: 30_000 }).toEqual([RIGHT]);
  expect(await storedTitles(server, EMPLOYEE.id, WRONG)).toEqual([]);

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(SUPERVISOR);
  await desk.page.goto(`${desk.network.origin}/persetujuan/${EMPLOYEE.id}`);
  await expect(entry(desk.page, RIGHT).first()).toContainText(`Diketik oleh ${HELPER.name}`);

  await expect(entry(other.page, RIGHT)).toContainText('Dipastikan', { timeout: 60_000 });
  await expect(entry(other.page, WRONG)).toContainText('Bukan pekerjaannya');
  // The owner ends it while an entry still lies on the other phone.
  await other.setOffline(true);
  await type(other, LATE);
  await page.waitForTimeout(2_000);
  await page.getByRole('button', { name: `Akhiri bantuan ${HELPER.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Akhiri bantuan' }).click();
  await expect(page.getByText('Belum ada yang membantu Anda.')).toBeVisible();
  await phone.expectState(/Semua terkirim/);
  await other.setOffline(false);
  await expect(other.page.getByText('Anda tidak sedang membantu orang ini')).toBeVisible({ timeout: 60_000 });
  await page.goto(phone.network.origin);
  await page.getByRole('link', { name: '1 catatan menunggu Anda pastikan' }).click({ timeout: 60_000 });
  await page.getByRole('button', { name: `Ubah dahulu: ${LATE}` }).click();
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue(LATE);
  await expect(page.getByText(`Diketik oleh ${HELPER.name}`)).toBeVisible();
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, LATE, 'submitted'), { timeout: 30_000 }).toEqual([LATE]);
});
