// An approved entry that is wrong: its author asks, offline, for it to be reopened; the superior declines with a reason, then
// reopens it, and it is corrected. In a month that is paid the correction is offered instead.

import { sql } from 'kysely';
import { addMonths } from '#shared/time/working-time.ts';
import { entry, storedTitles } from '../support/activities.ts';
import { PC } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import type { ServerProcess } from '../support/server.ts';
import { submitWork, titleOf } from '../support/submitted-work.ts';
import { expect, test } from '../support/test.ts';

const TITLE = titleOf(EMPLOYEE, 0);

/** One entry of today, approved by the superior of the demo. */
async function approvedWork(server: ServerProcess): Promise<void> {
  await submitWork(server, [[EMPLOYEE, 1]]);
  const db = await server.database();
  await sql`update activity set state = 'approved', decided_at = now(), decided_by = ${SUPERVISOR.id}
    where title = ${TITLE}`.execute(db);
}

test('is asked for offline, declined with a reason, asked for again, reopened and corrected', async ({
  server,
  newDevice,
}) => {
  test.setTimeout(4 * 60_000);
  await approvedWork(server);
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await phone.goTo('Kegiatan');
  await page.getByRole('link', { name: TITLE }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await phone.setOffline(true);
  const ask = async (reason: string) => {
    await page.getByRole('button', { name: 'Minta dibuka kembali' }).click();
    await page.getByLabel('Apa yang keliru').fill(reason);
    await page.getByRole('dialog').getByRole('button', { name: 'Minta dibuka kembali' }).click();
    await expect(page.getByText('Anda sudah meminta kegiatan ini dibuka kembali')).toBeVisible();
  };
  await ask('Keliru');
  await page.getByRole('button', { name: 'Batalkan permintaan' }).click();
  await ask('Jumlahnya 14, bukan 1');
  await phone.setOffline(false);
  await phone.expectState(/Semua terkirim/);

  const desk = await newDevice({ viewport: PC });
  await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  const asked = entry(desk.page, 'Alasan: Jumlahnya 14, bukan 1');
  await expect(asked).toContainText(EMPLOYEE.name);
  await desk.setOffline(true);
  await asked.getByRole('button', { name: `Tolak: ${TITLE}` }).click();
  await desk.page.getByLabel('Alasan untuk pegawai').fill('Di bukti tertulis 1');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Tolak membuka kembali' }).click();
  await expect(asked).toBeHidden();
  // It can be taken back, as every decision; then it is made after all.
  await desk.page.getByRole('button', { name: 'Urungkan' }).click();
  await asked.getByRole('button', { name: `Tolak: ${TITLE}` }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Tolak membuka kembali' }).click();
  await expect(asked).toBeHidden();
  await desk.setOffline(false);

  await expect(page.getByText('Atasan tidak membuka kembali kegiatan ini')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('Di bukti tertulis 1')).toBeVisible();
  await ask('Lihat halaman kedua buktinya');
  const again = entry(desk.page, 'Alasan: Lihat halaman kedua buktinya');
  await again.getByRole('button', { name: `Buka kembali: ${TITLE}` }).click({ timeout: 40_000 });
  await expect(again).toBeHidden();

  await expect(page.getByText('Dibuka kembali atas permintaan Anda')).toBeVisible({ timeout: 40_000 });
  await page.getByLabel('Jumlah hasil').fill('14');
  await page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, TITLE, 'submitted'), { timeout: 30_000 }).toHaveLength(1);
});

test('of a paid month it is not asked for: the correction is offered instead', async ({ server, newDevice }) => {
  const db = await server.database();
  const month = addMonths(new Date().toISOString().slice(0, 7), -1);
  const agency = await sql<{ agency_id: string; id: string }>`
    update scope set version = version + 1 where id like 'a:%' returning agency_id, id, version`.execute(db);
  const [scope] = agency.rows;
  await sql`insert into payroll (agency_id, scope_id, id, version, month, state, revision, drawn_by, drawn_at, approved_at)
    select agency_id, id, ${month}, version, ${month}, 'approved', 1, 'bendahara', now(), now() from scope
    where id = ${scope?.id}`.execute(db);
  const { rows: work } = await sql<{ id: string }>`
    select id from activity where scope_id = ${`w:${EMPLOYEE.id}`} and state = 'approved' and not deleted
      and to_char(date, 'YYYY-MM') = ${month} limit 1`.execute(db);
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await page.goto(`${phone.network.origin}/kegiatan/${work[0]?.id}`);
  await expect(page.getByText(/^TPP .* sudah disetujui$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Minta dibuka kembali' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Lihat TPP saya' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('TPP');
});
