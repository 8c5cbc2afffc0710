// A full year of the demo agency: 26 employees from the SKP to the final document, with two transfers, an acting head, an
// objection, two revised SKPs and a long outage. The time of server and devices is set; a year passes in minutes.

import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { Device, PC } from '../support/device.ts';
import { ADMINISTRATOR, EMPLOYEE, HEAD, type Person, SUPERVISOR } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { expect, test } from '../support/test.ts';
import { forgetTheYear, Office, STAFF } from '../year/office.ts';

const YEAR = '2027';
const at = (day: string, time = '02:00') => new Date(`${YEAR}-${day}T${time}:00.000Z`);
/** From the head down: who is planned for needs the results of who leads. */
const LEVELS = [
  ['kadis'],
  ['sekretaris', 'kabid-lalin', 'kabid-angkutan', 'kabid-keselamatan', 'ka-upt'],
  STAFF.filter(({ id }) => /^kas/.test(id)).map(({ id }) => id),
];

let server: ServerProcess;
let office: Office;
const devices: Device[] = [];

test.afterEach(async () => {
  for (const device of devices) await device.discard();
  office?.close();
  await server?.stop();
});

async function newDevice(time: Date, viewport?: { width: number; height: number }): Promise<Device> {
  const device = await Device.create(server.port, { time, ...(viewport && { viewport }) });
  devices.push(device);
  return device;
}

/** Some weeks have gone: the person takes the device up again and signs in, as the session is over. */
async function comeBack(device: Device, person: Person, time: Date) {
  await device.setTime(time);
  await device.page.goto(`${device.network.origin}/masuk`);
  return device.signIn(person);
}

async function month(name: string, away: string[] = []): Promise<void> {
  await office.setTime(at(`${name}-20`));
  await office.signIn();
  await office.sync();
  await office.work(`${YEAR}-${name}`, ['05', '12', '19'], away);
  await office.sync();
  await office.approve(away);
  // The period may be rated in its last days.
  await office.setTime(at(`${name}-26`));
  await office.assess(`${YEAR}-${name}`, away);
  await office.evaluate(away);
}

test('a year of 26 employees, from the SKP to the final document', async () => {
  test.setTimeout(15 * 60_000);
  const start = at('01-04');
  server = await ServerProcess.create({}, start);
  await forgetTheYear(server);
  office = await Office.open(server, start);

  // January: everybody plans, from the head down.
  const staff = STAFF.map(({ id }) => id).filter((id) => !LEVELS.flat().includes(id));
  for (const level of [...LEVELS, staff]) {
    await office.sync();
    for (const id of level) {
      const { themes } = STAFF.find((person) => person.id === id) ?? { themes: [] };
      await office.plan(id, { from: `${YEAR}-01-01`, themes });
    }
    await office.approve([SUPERVISOR.id]);
    if (level.includes(SUPERVISOR.id)) await office.sync();
  }

  const desk = await newDevice(start, PC);
  await desk.signIn(SUPERVISOR);
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: EMPLOYEE.name }).first().click();
  await desk.page.getByRole('button', { name: 'Kembalikan SKP' }).click();
  await desk.page.getByLabel('Catatan untuk pegawai').fill('Hampir selesai, satu hal lagi.');
  await desk.page
    .getByRole('dialog')
    .getByLabel(/^Terlaksananya pengujian berkala/)
    .fill('Sebutkan wajib uji.');
  await desk.page.getByRole('button', { name: 'Kembalikan dengan catatan' }).click();
  await expect(desk.page.getByRole('dialog')).toBeHidden();
  await desk.expectState(/Semua terkirim/);

  const phone = await newDevice(start);
  await phone.signIn(EMPLOYEE);
  await phone.goTo('SKP');
  await expect(phone.page.getByText('Catatan atasan: Sebutkan wajib uji.')).toBeVisible();
  await phone.page.getByRole('button', { name: 'Ubah RHK' }).first().click();
  await phone.page.getByLabel('Rencana hasil kerja').fill('Terlaksananya pengujian berkala kendaraan wajib uji');
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await phone.page.getByRole('tab', { name: 'Perilaku' }).click();
  await expect(phone.page.getByText('Pekerjaan tetap tercatat walau jaringan terputus')).toBeVisible();
  await phone.page.getByRole('button', { name: 'Ajukan ke atasan' }).click();
  await expect(phone.page.getByText('Menunggu persetujuan').first()).toBeVisible();
  await phone.expectState(/Semua terkirim/);
  await expect(desk.page.getByText('Terlaksananya pengujian berkala kendaraan wajib uji').first()).toBeVisible();
  // The plan changed before the superior's eyes: it is read before it is decided on.
  await desk.page.getByRole('button', { name: 'Sudah saya baca, lanjutkan' }).click();
  await desk.page.getByRole('button', { name: 'Setujui SKP' }).click();
  await expect(phone.page.getByText('Disetujui. Kegiatan harian dicatat')).toBeVisible();
  await office.approve();
  const plans = await counted('skp', "state = 'approved'");
  expect(plans).toBe(STAFF.length);

  for (const name of ['01', '02', '03']) await month(name);

  // April: two SKPs are revised; what was approved stays in force meanwhile.
  await office.setTime(at('04-05'));
  await comeBack(phone, EMPLOYEE, at('04-05'));
  await phone.goTo('SKP');
  await phone.page.getByRole('button', { name: 'Revisi SKP' }).click();
  await phone.page.getByLabel('Alasan revisi').fill('Target disesuaikan dengan alat uji baru');
  await phone.page.getByRole('button', { name: 'Revisi SKP yang sudah disetujui' }).click();
  await phone.page.getByRole('button', { name: 'Ubah IKI: Jumlah kendaraan yang diuji' }).click();
  await phone.page.getByLabel('Target', { exact: true }).fill('2000');
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
  await expect(phone.page.getByText('Jumlah kendaraan yang diuji, Target 1.800 kendaraan')).toBeVisible();
  await phone.page.getByRole('button', { name: 'Ajukan ke atasan' }).click();
  await phone.expectState(/Semua terkirim/);
  await comeBack(desk, SUPERVISOR, at('04-05'));
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: EMPLOYEE.name }).first().click();
  await expect(desk.page.getByText('Diubah').first()).toBeVisible();
  await desk.page.getByRole('button', { name: 'Setujui SKP' }).click();
  await expect(phone.page.getByText('Disetujui. Kegiatan harian dicatat')).toBeVisible();

  await office.signIn();
  await office.sync();
  const treasurer = office.device('bendahara');
  const revised = office.skpOf('bendahara');
  await treasurer.act([{ name: 'skp.revise', args: { skpId: revised?.id ?? '', reason: 'Tugas tambahan' } }]);
  await treasurer.act([{ name: 'skp.submit', args: { skpId: revised?.id ?? '', supervisorId: 'kasubag-keu' } }]);
  await treasurer.sync();
  await office.approve();
  expect(await counted('skp', "state = 'approved' and edition = 2")).toBe(2);

  for (const name of ['04', '05', '06']) await month(name);

  // July: a transfer, entered on the screen. The old superior has closed June; the new one takes over.
  await office.setTime(at('07-01'));
  const bkpsdm = await newDevice(at('07-01'), PC);
  await bkpsdm.signIn(ADMINISTRATOR);
  await bkpsdm.goTo('Kelola');
  await bkpsdm.page.getByRole('link', { name: /Pegawai dan jabatan/ }).click();
  await bkpsdm.page.getByRole('button', { name: /Pindahkan.*Yuliana Safitri/ }).click();
  const move = bkpsdm.page.getByRole('dialog');
  await move.getByLabel('Berlaku mulai').fill(`${YEAR}-07-01`);
  await move.getByLabel('Jabatan', { exact: true }).fill('Pengelola Data Angkutan');
  await move.getByLabel('Unit kerja', { exact: true }).selectOption({ label: 'Seksi Angkutan Orang' });
  await move.getByLabel('Atasan').selectOption({ label: 'Rusmini, S.E.' });
  await move.getByRole('button', { name: 'Simpan' }).click();
  await expect(move).toBeHidden();

  // An acting head for August, while the head of the UPT is on leave.
  await bkpsdm.page.getByRole('button', { name: 'Tunjuk Plt/Plh' }).click();
  const act = bkpsdm.page.getByRole('dialog');
  await act.getByLabel('Menggantikan').selectOption({ label: SUPERVISOR.name });
  await act.getByLabel('Pelaksana').selectOption({ label: 'Muhammad Yamani, S.T.' });
  await act.getByLabel('Berlaku mulai').fill(`${YEAR}-08-01`);
  await act.getByLabel('Sampai').fill(`${YEAR}-08-31`);
  await act.getByRole('button', { name: 'Simpan' }).click();
  await expect(act).toBeHidden();
  await expect(bkpsdm.page.getByText('Muhammad Yamani, S.T. sebagai PLH Supiani, S.T.')).toBeVisible();
  await bkpsdm.expectState(/Semua terkirim/);

  await office.signIn();
  await office.sync();
  await office.plan('penguji-3', { from: `${YEAR}-07-01`, themes: ['orang'] });
  await office.approve();
  expect(office.skpOf('penguji-3')).toMatchObject({ validFrom: `${YEAR}-07-01` });

  await month('07');
  await month('08', [SUPERVISOR.id]);
  const august = await sql<{ ratedBy: string }>`
    select distinct rated_by from evaluation where period = ${`${YEAR}-08`} and evaluator_id = ${SUPERVISOR.id}`.execute(
    await server.database(),
  );
  expect(august.rows).toEqual([{ ratedBy: 'kasi-barang' }]);

  // September: the second transfer.
  await office.setTime(at('09-01'));
  await office.sync();
  const administrator = office.device(ADMINISTRATOR.id);
  const post = { unitId: 'barang', position: 'Pengelola Data Angkutan Barang', positionKind: 'JA' as const };
  const to = {
    id: crypto.randomUUID(),
    ...post,
    supervisorId: 'kasi-barang',
    postClass: 6,
    leadsUnit: false,
    headsAgency: false,
  };
  const transfer = { employeeId: 'angkutan-1', validFrom: `${YEAR}-09-01`, to };
  await administrator.act([{ name: 'assignment.move', args: transfer }]);
  await administrator.sync();
  await office.sync();
  await office.plan('angkutan-1', { from: `${YEAR}-09-01`, themes: ['barang'] });
  await office.approve();
  await month('09');

  // October: the server is gone for two weeks. Everybody goes on; nothing is lost, nothing comes twice.
  await office.setTime(at('10-04'));
  await comeBack(phone, EMPLOYEE, at('10-04'));
  await server.kill();
  await phone.setTime(at('10-12'));
  await office.setTime(at('10-20'));
  await phone.page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await phone.page.getByLabel('Apa yang dikerjakan').fill('Uji emisi saat server padam');
  await phone.page.getByLabel('Jumlah hasil').fill('14');
  await phone.page.getByLabel('Satuan').fill('kendaraan');
  await phone.page.getByLabel('Lamanya saja').check();
  await phone.page.getByLabel('Lama (menit)').fill('180');
  await phone.page.getByRole('button', { name: 'Simpan' }).click();
  await phone.page
    .getByRole('button', { name: /^Kirim ke atasan/ })
    .first()
    .click();
  await office.work(`${YEAR}-10`, ['05', '12', '19']);
  expect(new Set(await office.sync())).toEqual(new Set(['unreachable']));
  await server.start();
  await office.signIn();
  await office.sync();
  await comeBack(phone, EMPLOYEE, at('10-20'));
  expect(await counted('activity', "title = 'Uji emisi saat server padam' and state = 'submitted'")).toBe(1);
  await office.approve();
  await office.setTime(at('10-26'));
  await office.assess(`${YEAR}-10`);
  await office.evaluate();

  for (const name of ['11', '12']) await month(name);

  // The year is closed: of the employee and the superior on the screen, of all others by their devices.
  await office.setTime(at('12-28'));
  await office.assess(YEAR, [EMPLOYEE.id]);
  await office.evaluate();
  await comeBack(phone, EMPLOYEE, at('12-28'));
  await phone.goTo('Evaluasi');
  await phone.page.getByRole('link', { name: `Tahun ${YEAR}` }).click();
  await expect(phone.page.getByText(/kendaraan, dari \d+ kegiatan disetujui/)).toBeVisible();
  await phone.page.getByLabel('Realisasi berdasarkan bukti dukung').first().fill('Semua kendaraan wajib uji terlayani');
  await phone.page.getByRole('button', { name: 'Kirim ke atasan' }).click();
  await expect(phone.page.getByText('Menunggu penilaian')).toBeVisible();
  await phone.expectState(/Semua terkirim/);

  await comeBack(desk, SUPERVISOR, at('12-28'));
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: /Capaian dan distribusi/ }).click();
  await desk.page.getByLabel('Masa').selectOption({ label: `Tahun ${YEAR}` });
  await desk.page.getByLabel('Capaian kinerja organisasi').selectOption({ label: 'Baik' });
  await expect(desk.page.getByRole('figure', { name: /dibandingkan dengan pola Baik/ })).toBeVisible();
  await desk.goTo('Tim');
  await desk.page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name}.*Tahun ${YEAR}`) }).click();
  await expect(desk.page.getByText('Semua kendaraan wajib uji terlayani')).toBeVisible();
  await desk.page.getByRole('button', { name: 'Simpan penilaian' }).click();
  await expect(desk.page.getByText('Wajib diisi.').first()).toBeVisible();
  await expect(desk.page.getByLabel('Capaian kinerja organisasi')).toHaveValue('baik');
  const rate = (label: string, rating: string) =>
    desk.page.getByRole('group', { name: label }).getByLabel(rating).check();
  await rate('Rating hasil kerja', 'Sesuai ekspektasi');
  await rate('Rating perilaku kerja', 'Sesuai ekspektasi');
  await desk.page.getByRole('button', { name: 'Simpan penilaian' }).click();
  await desk.page.getByRole('button', { name: 'Tetapkan menjadi final' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Tetapkan menjadi final' }).click();
  await expect(desk.page.getByText('Final', { exact: true })).toBeVisible();

  // The employee objects; the head of the agency, who does not lead them otherwise, decides anew.
  await expect(phone.page.getByText('Final', { exact: true })).toBeVisible();
  await phone.page.getByRole('button', { name: 'Ajukan keberatan' }).click();
  await phone.page
    .getByRole('dialog')
    .getByLabel(/Apa yang menurut Anda/)
    .fill('Uji keliling belum dihitung');
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Ajukan keberatan' }).click();
  await expect(phone.page.getByText('Dalam keberatan')).toBeVisible();
  await phone.expectState(/Semua terkirim/);
  const headOffice = await newDevice(at('12-29'), PC);
  await headOffice.signIn(HEAD);
  await headOffice.goTo('Tim');
  await headOffice.page.getByRole('link', { name: new RegExp(`${EMPLOYEE.name}.*Tahun ${YEAR}`) }).click();
  const decide = headOffice.page.getByRole('group', { name: 'Rating hasil kerja' }).getByLabel('Di atas ekspektasi');
  await decide.check();
  await headOffice.page.getByRole('group', { name: 'Rating perilaku kerja' }).getByLabel('Di atas ekspektasi').check();
  await headOffice.page.getByLabel('Pertimbangan').fill('Uji keliling dihitung');
  await headOffice.page.getByRole('button', { name: 'Putuskan' }).click();
  const asked = headOffice.page.getByRole('dialog');
  await expect(asked).toContainText('Sangat Baik');
  await asked.getByRole('button', { name: 'Putuskan' }).click();
  await expect(asked).toBeHidden();
  await headOffice.expectState(/Semua terkirim/);
  await expect(phone.page.getByText('Sangat Baik').first()).toBeVisible();
  await expect(phone.page.getByText('Angka kredit 18,75 untuk 12 bulan')).toBeVisible();

  // The final document, made without a network; its code is known once the device was online.
  await phone.setOffline(true);
  const download = phone.page.waitForEvent('download');
  await phone.page.getByRole('button', { name: 'Buat PDF: Dokumen Evaluasi Kinerja' }).click();
  const pdf = await (await download).path();
  expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  await phone.setOffline(false);
  await expect.poll(() => counted('document', "kind = 'dokumen-evaluasi'")).toBe(1);
  const { rows } = await sql<{ code: string }>`select code from document`.execute(await server.database());
  await bkpsdm.page.goto(`${bkpsdm.network.origin}/periksa/${rows[0]?.code}`);
  await expect(bkpsdm.page.getByText('Dokumen ini asli')).toBeVisible();
  await expect(bkpsdm.page.getByText('Sangat Baik')).toHaveCount(0);
  await bkpsdm.page.getByLabel('Enam angka terakhir NIP').fill(EMPLOYEE.nip.slice(-6));
  await bkpsdm.page.getByRole('button', { name: 'Tampilkan isi' }).click();
  await expect(bkpsdm.page.getByText('Sangat Baik')).toBeVisible();
  await bkpsdm.page.getByLabel('Periksa berkas PDF').setInputFiles(pdf);
  await expect(bkpsdm.page.getByText('Berkas ini sama persis')).toBeVisible();

  // Everybody has a final evaluation of the year; who moved has one of each half, by the superior of its last day.
  expect(office.refused()).toEqual([]);
  expect(await counted('evaluation', "kind = 'annual' and state in ('final', 'decided')")).toBe(STAFF.length + 2);
  expect(await counted('evaluation', "kind = 'annual' and evaluator_id = 'ka-upt' and scope_id = 'w:penguji-3'")).toBe(
    1,
  );
  expect(await counted('activity', 'not deleted')).toBe(office.logged.length + 1);
  expect(await counted('activity', "state = 'approved'")).toBe(office.logged.length + 1);
});

async function counted(table: string, where: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${sql.table(table)} where ${sql.raw(where)}`.execute(
    await server.database(),
  );
  return rows[0]?.count ?? 0;
}
