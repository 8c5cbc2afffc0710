// What people type means what they mean, whatever the language of their browser; and what they leave untyped keeps nothing.

import { sql } from 'kysely';
import { fillActivity } from '../support/activities.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

for (const locale of ['id-ID', 'en-US']) {
  test(`numbers are read as Indonesians write them in a browser of ${locale}, and the day stands in words`, async ({
    newDevice,
    server,
  }) => {
    const phone = await newDevice({ locale });
    const page = await phone.signIn(EMPLOYEE);
    await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
    await fillActivity(page, { title: `Angka ${locale}` });
    const quantity = page.getByLabel('Jumlah hasil');
    for (const [typed, read] of [
      ['1.250', 'Terbaca'],
      ['1250', 'Terbaca: 1.250'],
      ['1.5', 'Terbaca: 1,5'],
    ] as const) {
      await quantity.fill(typed);
      await expect(page.getByText(read)).toHaveCount(read === 'Terbaca' ? 0 : 1);
    }
    await quantity.fill('1,250');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByText('Bisa berarti dua hal')).toBeVisible();
    await page.getByRole('button', { name: 'Maksudnya 1.250' }).click();
    await expect(quantity).toHaveValue('1250');

    const date = page.getByLabel('Tanggal');
    const today = await date.inputValue();
    await date.fill(today.replace(/\d{4}$/, '0026'));
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByText('Tahun 26 di luar jangkauan.')).toBeVisible();
    await date.fill(today.replaceAll('/', ''));
    await expect(page.getByText(new RegExp(`^\\p{L}+, \\d+ \\p{L}+ ${today.slice(-4)}$`, 'u'))).toBeVisible();
    const result = page.getByLabel('Mendukung RHK');
    if (!(await result.inputValue())) await result.selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Simpan' }).click();
    await expect(page.getByRole('heading', { name: 'Catat kegiatan' })).toBeHidden();
    const db = await server.database();
    const stored = sql<{ quantity: number }>`select quantity from activity where title = ${`Angka ${locale}`}`;
    await expect.poll(async () => (await stored.execute(db)).rows.map((row) => Number(row.quantity))).toEqual([1250]);
  });
}

test('who never assessed a month is rated without, offline, once the days for it are over', async ({
  newDevice,
  server,
}) => {
  const db = await server.database();
  // As if the employee had said nothing of September.
  const gone = sql`delete from evaluation where scope_id = ${`w:${EMPLOYEE.id}`} and period like '%-09'`;
  expect((await gone.execute(db)).numAffectedRows).toBe(1n);
  const desk = await newDevice();
  const page = await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await desk.setOffline(true);
  await page.getByText('Belum menilai diri, batasnya lewat (1)').click();
  await page.getByRole('link', { name: EMPLOYEE.name }).filter({ hasText: 'September' }).click();
  await expect(page.getByText('Pegawai ini belum menilai diri')).toBeVisible();
  await page.getByRole('button', { name: 'Lanjutkan tanpa penilaian diri' }).click();
  await expect(page.getByText('Tanpa penilaian diri: pegawai tidak mengisi')).toBeVisible();
  await desk.setOffline(false);
  await desk.expectState(/Semua terkirim/);
  const { rows } = await sql<{ state: string; missing: boolean }>`
    select state, (assessment -> 'missing')::boolean as missing from evaluation
    where scope_id = ${`w:${EMPLOYEE.id}`} and period like '%-09'`.execute(db);
  expect(rows).toEqual([{ state: 'assessed', missing: true }]);
});
