// Hands that tap twice, and a phone six times slower than this machine: one wish is one row.

import type { Locator, Page } from '@playwright/test';
import { sql } from 'kysely';
import { entry, fillActivity, logActivity } from '../support/activities.ts';
import { type Device, PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE, type Person, SUPERVISOR } from '../support/people.ts';
import type { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';

const NEWCOMER: Person = { id: 'adm-1', nip: '196903111992031013', name: 'Abdul Hamid' };

/** How often the server holds a row that says so. */
async function count(server: ServerProcess, table: string, column: string, like: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(table)}
    where ${sql.ref(column)}::text like ${like} and not deleted`.execute(await server.database());
  return rows[0]?.n ?? 0;
}

async function slowDown(device: Device, rate: number): Promise<void> {
  const cdp = await device.context.newCDPSession(device.page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Twice where the button stands, whatever stands there by the second time. */
async function doubleTap(page: Page, button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded();
  await button.click({ trial: true });
  const box = await button.boundingBox();
  if (!box) throw new Error('the button is not there');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.move(x, y);
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
    await page.waitForTimeout(60);
  }
}

const saveInDialog = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Simpan' });
const closed = (page: Page) => expect(page.getByRole('dialog')).toBeHidden();

for (const rate of [1, 6]) {
  const speed = rate === 1 ? 'at full speed' : `on a processor ${rate} times slower`;

  test(`an employee who taps everything twice ${speed} does everything once`, async ({ server, newDevice }) => {
    const phone = await newDevice();
    const page = await phone.signIn(EMPLOYEE);
    await logActivity(page, { title: 'Yang pertama' });
    await phone.expectState(/Semua terkirim/);
    await slowDown(phone, rate);
    const held = await count(server, 'activity', 'title', '%');

    await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
    await fillActivity(page, { title: 'Ketuk dua kali' });
    await doubleTap(page, page.getByRole('button', { name: 'Simpan' }));
    await expect(entry(page, 'Ketuk dua kali')).toHaveCount(1);

    await doubleTap(page, page.getByRole('button', { name: /^Kirim ke atasan/ }));
    await expect(entry(page, 'Ketuk dua kali')).toContainText('Menunggu persetujuan');
    await expect(page.getByRole('alert')).toBeHidden();

    await page.getByRole('button', { name: 'Salin kegiatan hari sebelumnya' }).click();
    const copy = page.getByRole('button', { name: /^Salin \d+ kegiatan/ });
    const copied = Number(/\d+/.exec((await copy.textContent()) ?? '')?.[0]);
    await doubleTap(page, copy);
    await closed(page);
    await phone.expectState(/Semua terkirim/);
    await expect.poll(() => count(server, 'activity', 'title', '%')).toBe(held + 1 + copied);

    await phone.goTo('Akun');
    await page.getByRole('link', { name: /Cuti/ }).click();
    await page.getByLabel('Keterangan').fill('Keluarga sakit');
    const leaves = await count(server, 'leave', 'id', '%');
    await doubleTap(page, page.getByRole('button', { name: 'Ajukan cuti' }));
    await expect(page.getByText('Menunggu pertimbangan atasan')).toHaveCount(1);
    await expect(page.getByLabel('Keterangan')).toHaveValue('');
    await phone.expectState(/Semua terkirim/);
    await expect.poll(() => count(server, 'leave', 'id', '%')).toBe(leaves + 1);

    await phone.goTo('SKP');
    await page.getByRole('tab', { name: 'Rencana aksi' }).click();
    await page.getByRole('button', { name: 'Tambah rencana aksi' }).first().click();
    await page.getByLabel('Apa yang akan dilakukan').fill('Aksi dua kali');
    await doubleTap(page, saveInDialog(page));
    await closed(page);
    await page.getByRole('tab', { name: 'Hasil kerja' }).click();
    await doubleTap(page, page.getByRole('button', { name: /PDF/ }));
    await phone.expectState(/Semua terkirim/);
    await expect.poll(() => count(server, 'action', 'text', 'Aksi dua kali')).toBe(1);
    await expect.poll(() => count(server, 'document', 'id', '%')).toBe(1);
  });

  test(`an SKP that is composed with double taps ${speed} has everything once`, async ({ server, newDevice }) => {
    const phone = await newDevice();
    const page = await phone.signIn(NEWCOMER);
    await slowDown(phone, rate);
    await page.getByRole('link', { name: 'Anda belum punya SKP tahun ini' }).click();
    await doubleTap(page, page.getByRole('button', { name: /^Susun SKP \d{4}$/ }));
    await page.getByRole('button', { name: 'Tambah RHK' }).click();
    await page.getByLabel('Rencana hasil kerja').fill('RHK dua kali');
    await doubleTap(page, saveInDialog(page));
    await closed(page);
    await page.getByRole('button', { name: 'Tambah IKI' }).click();
    await page.getByLabel('Indikator', { exact: true }).fill('IKI dua kali');
    await page.getByLabel('Target', { exact: true }).fill('900');
    await page.getByLabel('Satuan').fill('surat');
    await doubleTap(page, saveInDialog(page));
    await closed(page);
    await page.getByRole('tab', { name: 'Lampiran' }).click();
    await page.getByRole('button', { name: 'Tambah baris' }).first().click();
    await page.getByLabel('Isi baris').fill('Lampiran dua kali');
    await doubleTap(page, saveInDialog(page));
    await closed(page);
    await phone.expectState(/Semua terkirim/);
    await expect.poll(() => count(server, 'annex', 'text', 'Lampiran dua kali')).toBe(1);
    expect(await count(server, 'result', 'text', 'RHK dua kali')).toBe(1);
    expect(await count(server, 'indicator', 'text', 'IKI dua kali')).toBe(1);
    expect(await count(server, 'skp', 'employee_id', NEWCOMER.id)).toBe(1);

    // The question before something goes is not answered by the tap that asked for it.
    await page.getByRole('tab', { name: 'Hasil kerja' }).click();
    await page.getByRole('button', { name: 'Hapus', exact: true }).dblclick();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByText('RHK dua kali')).toBeVisible();
  });

  test(`a supervisor who taps twice ${speed} approves what was meant, and says things once`, async ({
    server,
    newDevice,
  }) => {
    const phone = await newDevice();
    await phone.signIn(EMPLOYEE);
    for (const title of ['Pertama', 'Kedua']) await logActivity(phone.page, { title });
    await phone.page.getByRole('button', { name: /^Kirim ke atasan/ }).click();
    await phone.expectState(/Semua terkirim/);

    const desk = await newDevice({ viewport: PC });
    const page = await desk.signIn(SUPERVISOR);
    await slowDown(desk, rate);
    await desk.goTo('Tim');
    await page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name} Penguji`) }).click();
    await page.getByRole('button', { name: 'Umpan balik: Pertama' }).click();
    await page.getByLabel('Catatan untuk pegawai').fill('Sekali saja');
    await doubleTap(page, page.getByRole('dialog').getByRole('button', { name: 'Beri umpan balik' }));
    await closed(page);
    await expect(page.getByText('Sekali saja')).toHaveCount(1);

    // The next entry moves up under the finger.
    const waiting = await page.getByRole('button', { name: 'Setujui', exact: true }).count();
    await doubleTap(page, page.getByRole('button', { name: 'Setujui', exact: true }).first());
    await expect(page.getByRole('button', { name: 'Setujui', exact: true })).toHaveCount(waiting - 1);
    await desk.expectState(/Semua terkirim/);
    await expect.poll(() => count(server, 'feedback', 'text', 'Sekali saja')).toBe(1);
  });

  test(`an administrator who taps twice ${speed} declares, appoints and adopts once`, async ({ server, newDevice }) => {
    const desk = await newDevice({ viewport: PC });
    const page = await desk.signIn(ADMINISTRATOR);
    await slowDown(desk, rate);
    await desk.goTo('Kelola');
    await page.getByRole('link', { name: /Gangguan dan batas waktu/ }).click();
    await page.getByLabel('Alasan').fill('Kabel putus dua kali');
    await doubleTap(page, page.getByRole('button', { name: 'Nyatakan gangguan' }));
    await expect(page.getByText('Kabel putus dua kali')).toHaveCount(1);

    await desk.goTo('Kelola');
    await page.getByRole('link', { name: /Pegawai dan jabatan/ }).click();
    await page.getByRole('button', { name: 'Tunjuk Plt/Plh' }).click();
    await page.getByLabel('Menggantikan').selectOption(SUPERVISOR.id);
    await page.getByLabel('Pelaksana').selectOption(EMPLOYEE.id);
    await doubleTap(page, saveInDialog(page));
    await closed(page);

    await desk.goTo('Kelola');
    await page.getByRole('link', { name: /Aturan instansi/ }).click();
    await page.getByRole('link', { name: /Aturan TPP/ }).click();
    const rules = await count(server, 'policy', 'kind', 'allowance');
    await page.getByLabel('Kelas 9').fill('3600000');
    await doubleTap(page, page.getByRole('button', { name: 'Lihat dampaknya' }));
    // Whom it changes is there to be read: the second tap does not adopt it.
    await expect(page.getByRole('button', { name: 'Tetapkan' })).toBeVisible();
    await doubleTap(page, page.getByRole('button', { name: 'Tetapkan' }));
    await expect(page.getByText('Aturan ditetapkan')).toBeVisible();
    await desk.expectState(/Semua terkirim/);
    await expect.poll(() => count(server, 'policy', 'kind', 'allowance')).toBe(rules + 1);
    expect(await count(server, 'delegation', 'to_id', EMPLOYEE.id)).toBe(1);
    expect(await count(server, 'outage', 'reason', 'Kabel putus dua kali')).toBe(1);
  });
}
