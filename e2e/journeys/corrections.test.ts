// An entry that came back is corrected and sent in one act, and a question is left by the back button.

import { entry, fillActivity, openActivity, storedTitles } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('what is sent again is what was corrected, and the back button closes a question, not the screen', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  // What is lacking is said where it is, and is in sight.
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect(page.getByLabel('Apa yang dikerjakan')).toBeFocused();
  await fillActivity(page, { title: 'Uji rem angkot' });
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect(entry(page, 'Uji rem angkot')).toContainText('Menunggu persetujuan');
  await phone.expectState(/Semua terkirim/);

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name} Penguji`) }).click();
  await entry(desk.page, 'Uji rem angkot').getByRole('button', { name: 'Kembalikan' }).click();
  await desk.page.getByLabel('Catatan untuk pegawai').fill('Berapa angkot?');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Kembalikan' }).click();
  await desk.expectState(/Semua terkirim/);

  await expect(entry(page, 'Uji rem angkot')).toContainText('Dikembalikan');
  await openActivity(page, 'Uji rem angkot');
  await page.getByRole('button', { name: 'Hapus kegiatan' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByLabel('Apa yang dikerjakan').fill('Uji rem 14 angkot');
  await phone.setOffline(true);
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect(page.getByText('1 kegiatan tersimpan, dikirim ke atasan begitu tersambung')).toBeVisible();
  await expect(entry(page, 'Uji rem 14 angkot')).toContainText('Menunggu persetujuan');
  await phone.setOffline(false);
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, 'Uji rem%', 'submitted')).toEqual(['Uji rem 14 angkot']);
});
