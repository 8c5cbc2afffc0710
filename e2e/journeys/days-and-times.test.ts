// Days and times as Indonesians write them, in a browser of any language: typed, or picked from the calendar by keys alone.

import { sql } from 'kysely';
import { plainDate } from '#shared/time/plain-date.ts';
import { addDays } from '#shared/time/working-time.ts';
import { fillActivity } from '../support/activities.ts';
import { brokenRules } from '../support/axe.ts';
import { EMPLOYEE, SUPERVISOR, TREASURER } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const written = (day: string) => day.split('-').reverse().join('/');
const inWords = (day: string) =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

test('a day is picked by keys and a time is typed in digits, in an English browser', async ({ newDevice, server }) => {
  const phone = await newDevice({ locale: 'en-US' });
  const page = await phone.signIn(EMPLOYEE);
  await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await fillActivity(page, { title: 'Uji berkala dengan jam' });
  const date = page.getByLabel('Tanggal');
  const today = plainDate(Date.now(), 'Asia/Makassar');
  await expect(date).toHaveValue(written(today));
  await expect(page.getByText(inWords(today))).toBeVisible();

  await date.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const calendar = page.getByRole('dialog', { name: 'Tanggal' });
  await expect(calendar.getByRole('columnheader').first()).toHaveText('Sen');
  await expect(calendar.getByRole('button', { name: inWords(today) })).toBeFocused();
  expect(await brokenRules(page, 'dialog[open]')).toEqual([]);
  // The day after today cannot be meant: nothing is picked, and it says so.
  await page.keyboard.press('ArrowRight');
  await expect(calendar.getByRole('button', { name: inWords(addDays(today, 1)) })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(calendar).toBeHidden();
  const yesterday = addDays(today, -1);
  await expect(date).toHaveValue(written(yesterday));
  await expect(page.getByRole('button', { name: 'Buka kalender' })).toBeFocused();

  await page.getByRole('radio', { name: 'Mulai–selesai' }).check();
  await page.getByRole('textbox', { name: 'Mulai' }).fill('8');
  await page.getByRole('textbox', { name: 'Selesai' }).fill('1060');
  await page.getByRole('textbox', { name: 'Mulai' }).focus();
  await expect(page.getByText('Menit 60 tidak ada')).toBeVisible();
  await page.getByRole('textbox', { name: 'Selesai' }).fill('1030');
  await page.getByLabel('Apa yang dikerjakan').focus();
  await expect(page.getByRole('textbox', { name: 'Mulai' })).toHaveValue('08.00');
  await expect(page.getByRole('textbox', { name: 'Selesai' })).toHaveValue('10.30');
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('heading', { name: 'Catat kegiatan' })).toBeHidden();
  const stored = sql<{ what: string }>`
    select date || ' ' || start || '-' || "end" as what from activity where title = 'Uji berkala dengan jam'`;
  const db = await server.database();
  await expect
    .poll(async () => (await stored.execute(db)).rows.map((row) => row.what))
    .toEqual([`${yesterday} 08:00-10:30`]);
});

test('what is no day is named beside the field, and stays in it and in the draft', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await fillActivity(page, { title: 'Hari yang tidak ada' });
  await phone.setOffline(true);
  const date = page.getByLabel('Tanggal');
  await date.fill('31022026');
  await date.press('Enter');
  await expect(page.getByText('Tanggal 31 tidak ada di bulan Februari 2026.')).toBeVisible();
  await expect(date).toBeFocused();
  await page.reload();
  await expect(date).toHaveValue('31022026');
  await expect(page.getByText('Tanggal 31 tidak ada di bulan Februari 2026.')).toBeVisible();
});

test('a day in a dialog is picked in a calendar over it, and the dialog stays', async ({ newDevice }) => {
  const desk = await newDevice({ viewport: { width: 1366, height: 768 }, locale: 'en-US' });
  const page = await desk.signIn(TREASURER);
  await page.goto(`${desk.network.origin}/kelola/ketentuan-tpp`);
  await page.getByRole('button', { name: 'Tambah ketentuan' }).click();
  const form = page.getByRole('dialog', { name: 'Tambah ketentuan' });
  await form.getByLabel('Mulai').fill('17/8/2026');
  await form.getByRole('button', { name: 'Buka kalender' }).first().click();
  const calendar = page.getByRole('dialog', { name: 'Mulai' });
  await expect(calendar.getByRole('button', { name: /17 Agustus 2026, libur: Proklamasi/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(calendar).toBeHidden();
  await expect(form.getByLabel('Mulai')).toHaveValue('17/08/2026');
  await form.getByRole('button', { name: 'Buka kalender' }).first().click();
  await calendar.getByRole('button', { name: 'Bulan berikutnya' }).click();
  await calendar.getByRole('button', { name: /, 1 September 2026/ }).click();
  await expect(form.getByLabel('Mulai')).toHaveValue('01/09/2026');
});

test('what is odd about the time of an entry is told to both, and refuses nothing', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  const yesterday = addDays(plainDate(Date.now(), 'Asia/Makassar'), -1);
  const overlap = page.getByText('Waktunya bertumpuk dengan “Apel malam”.');
  for (const [title, start, end] of [
    ['Apel malam', '2000', '2130'],
    ['Jaga malam', '2100', '1030'],
  ] as const) {
    await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
    await fillActivity(page, { title });
    await page.getByLabel('Tanggal').fill(yesterday);
    await page.getByRole('radio', { name: 'Mulai–selesai' }).check();
    await page.getByRole('textbox', { name: 'Mulai' }).fill(start);
    await page.getByRole('textbox', { name: 'Selesai' }).fill(end);
    if (title === 'Apel malam') await expect(overlap).toBeHidden();
    else {
      await expect(overlap).toBeVisible();
      await expect(page.getByText('Lebih dari 12 jam untuk satu kegiatan: 13 jam 30 menit.')).toBeVisible();
    }
    await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
    await expect(page.getByRole('heading', { name: 'Catat kegiatan' })).toBeHidden();
  }
  await phone.expectState(/Semua terkirim/);
  const desk = await newDevice();
  await desk.signIn(SUPERVISOR);
  await desk.page.goto(`${desk.network.origin}/persetujuan/${EMPLOYEE.id}`);
  const entry = desk.page.getByRole('listitem').filter({ has: desk.page.getByText('Jaga malam', { exact: true }) });
  await expect(entry.getByText('Waktunya bertumpuk dengan “Apel malam”.')).toBeVisible();
  await expect(entry.getByText('Lebih dari 12 jam untuk satu kegiatan')).toBeVisible();
});

test('an address that names no day, no month and no period says so, and the way goes on', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  for (const path of [
    'kegiatan/hari/2026-02-31',
    'kegiatan/minggu/2026-13-01',
    'klarifikasi/kemarin',
    'evaluasi/x/2026-Q5',
  ]) {
    await page.goto(`${phone.network.origin}/${path}`);
    await expect(page.getByRole('heading', { name: 'Halaman tidak ada' }), path).toBeVisible();
  }
  await page.getByRole('main').getByRole('link').click();
  await expect(page.getByRole('heading', { name: /^Halo/ })).toBeVisible();
});
