// One person, two devices, both offline. Different fields merge by themselves; the same field becomes a question that
// the person settles; an edit of what was approved meanwhile is refused, and the text is kept.

import { sql } from 'kysely';
import { entry, logActivity, openActivity, storedTitles } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { pngImage } from '../support/png-image.ts';
import { expect, test } from '../support/test.ts';

test('two devices that edit the same entry end up the same, by the decision of the person', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  await logActivity(phone.page, { title: 'Uji rem', quantity: 14, unit: 'kendaraan' });
  await phone.expectState(/Semua terkirim/);
  const desk = await newDevice({ viewport: PC });
  await desk.signIn(EMPLOYEE);
  await expect(entry(desk.page, 'Uji rem')).toBeVisible();

  await phone.setOffline(true);
  await openActivity(phone.page, 'Uji rem');
  await phone.page.getByLabel('Apa yang dikerjakan').fill('Uji rem di lapangan');
  await phone.page.getByLabel('Keterangan').fill('Bersama tim lapangan');
  await phone.page.getByRole('button', { name: 'Simpan' }).click();
  await expect(entry(phone.page, 'Uji rem di lapangan')).toContainText('Di perangkat ini');

  await desk.setOffline(true);
  await openActivity(desk.page, 'Uji rem');
  await desk.page.getByLabel('Apa yang dikerjakan').fill('Uji rem di kantor');
  await desk.page.getByLabel('Jumlah hasil').fill('15');
  await desk.page.getByRole('button', { name: 'Simpan' }).click();
  await expect(entry(desk.page, 'Uji rem di kantor')).toContainText('15 kendaraan');

  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/);
  await desk.setOffline(false);
  // The quantity is merged; of the two titles the first stays until the person decides.
  await expect(entry(desk.page, 'Uji rem di lapangan')).toContainText('15 kendaraan');
  await expect(entry(phone.page, 'Uji rem di lapangan')).toContainText('15 kendaraan');

  await desk.page.getByRole('link', { name: '1 perlu keputusan Anda' }).click();
  await expect(desk.page.getByText(/^Dari perangkat lain, tersimpan lebih dahulu, .*\d/)).toBeVisible();
  await expect(desk.page.getByText(/^Yang Anda tulis di perangkat ini, .*\d/)).toBeVisible();
  await expect(desk.page.getByText('Uji rem di lapangan', { exact: true }).first()).toBeVisible();
  await expect(desk.page.getByText('Uji rem di kantor', { exact: true })).toBeVisible();
  await desk.page.getByRole('button', { name: 'Pakai isian ini' }).click();
  await desk.expectState(/Semua terkirim/);
  await expect(entry(phone.page, 'Uji rem di kantor')).toContainText('15 kendaraan');
  await openActivity(phone.page, 'Uji rem di kantor');
  await expect(phone.page.getByLabel('Keterangan')).toHaveValue('Bersama tim lapangan');
  await expect(phone.page.getByText('perlu keputusan Anda')).toBeHidden();
  expect(await storedTitles(server, EMPLOYEE.id, 'Uji rem%')).toEqual(['Uji rem di kantor']);
});

test('an edit of what was approved meanwhile is refused with the reason, and the text and its photo are kept', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  await phone.signIn(EMPLOYEE);
  const { page } = phone;
  await logActivity(page, { title: 'Kalibrasi timbangan' });
  await page.getByRole('button', { name: 'Kirim ke atasan (1)' }).click();
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, 'Kalibrasi timbangan', 'submitted')).toHaveLength(1);
  await phone.setOffline(true);
  await openActivity(page, 'Kalibrasi timbangan');
  await page.getByLabel('Apa yang dikerjakan').fill('Kalibrasi timbangan dan uji lampu');
  const photo = { name: 'lampu.png', mimeType: 'image/png', buffer: pngImage() };
  await page.getByLabel('Tambah foto').setInputFiles(photo);
  await expect(page.getByText('lampu.png')).toBeVisible();
  await page.getByRole('button', { name: 'Simpan' }).click();

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: `${EMPLOYEE.name} Penguji` }).click();
  await entry(desk.page, 'Kalibrasi timbangan').getByRole('button', { name: 'Setujui' }).click();
  // The approval must have arrived before the phone comes back with its edit.
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, 'Kalibrasi timbangan', 'approved')).toHaveLength(1);

  await phone.setOffline(false);
  await page.getByRole('link', { name: '2 perlu keputusan Anda' }).click();
  await expect(page.getByText('Sudah terkunci karena berstatus “Disetujui”.').first()).toBeVisible();
  await expect(page.getByText('Kalibrasi timbangan dan uji lampu').first()).toBeVisible();
  await page.getByRole('button', { name: 'Catat tambahannya sebagai kegiatan baru' }).click();
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue('Kalibrasi timbangan dan uji lampu');
  await expect(page.getByText('lampu.png')).toBeVisible();
  // What is approved counts already: only what goes beyond it is typed.
  await expect(page.getByLabel('Lama (menit)')).toHaveValue('');
  await page.getByLabel('Lama (menit)').fill('15');
  await page.getByLabel('Jumlah hasil').fill('1');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await phone.expectState(/Semua terkirim/);
  await expect(page.getByText('perlu keputusan Anda')).toBeHidden();
  await expect
    .poll(() => storedTitles(server, EMPLOYEE.id, 'Kalibrasi timbangan%'))
    .toEqual(['Kalibrasi timbangan', 'Kalibrasi timbangan dan uji lampu']);
  const { rows } = await sql<{ title: string }>`
    select a.title from evidence e join activity a on a.id = e.activity_id where e.name = 'lampu.png'`.execute(
    await server.database(),
  );
  expect(rows).toEqual([{ title: 'Kalibrasi timbangan dan uji lampu' }]);
});
