// The main day in every browser that people have: work with a photo is logged, the server is killed, both go on, and all
// arrives exactly once. Employee and supervisor each sit before another engine.

import { resolve } from 'node:path';
import { sql } from 'kysely';
import { storedTitles } from '../support/activities.ts';
import { PC, PHONE } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { ENGINES, isFound, otherThan } from './engines.ts';
import type { Screen } from './screen.ts';
import { expect, test } from './test.ts';

const PHOTO = resolve(import.meta.dirname, '../support/photo-with-gps.jpg');
const MORNING = 'Uji kendaraan pagi';
const OUTAGE = 'Uji kendaraan saat server mati';

for (const engine of ENGINES) {
  const other = otherThan(engine);
  // Not found: not run, and counted so.
  const journey = isFound(engine) ? test : test.skip;
  journey(
    `a day with a photo is logged in ${engine} while the server is dead, and approved in ${other}`,
    async ({ server, open }) => {
      const phone = await open(engine, PHONE);
      await phone.signIn(EMPLOYEE);
      await log(phone, MORNING);
      await phone.press('Kirim ke atasan (1)');
      await phone.seeEntry(MORNING, 'Menunggu persetujuan');
      await phone.see('Semua terkirim');

      const desk = await open(other, PC);
      await desk.signIn(SUPERVISOR);
      await desk.follow('Tim');
      await desk.follow(EMPLOYEE.name, 'Penguji');
      await desk.seeEntry(MORNING, 'Setujui');

      await server.kill();
      await phone.reload();
      await log(phone, OUTAGE);
      await phone.seeEntry(OUTAGE, 'Di perangkat ini');
      await phone.reload();
      await phone.press('Kirim ke atasan (1)');
      await phone.seeEntry(OUTAGE, 'Menunggu persetujuan');
      await phone.see('Tersimpan di perangkat');
      await desk.reload();
      await desk.pressInEntry(MORNING, 'Setujui');
      await desk.see('Tersimpan di perangkat, 1 menunggu');

      await server.start();
      await phone.see('Semua terkirim');
      await phone.seeEntry(MORNING, 'Disetujui');
      await desk.see('Semua terkirim');
      await desk.pressInEntry(OUTAGE, 'Setujui');
      await phone.seeEntry(OUTAGE, 'Disetujui');

      expect(await storedTitles(server, EMPLOYEE.id, 'Uji kendaraan %', 'approved')).toEqual([MORNING, OUTAGE]);
      const photos = async () => {
        const { rows } = await sql<{ title: string }>`
        select a.title from activity a
        join evidence e on e.scope_id = a.scope_id and e.activity_id = a.id
        join file f on f.sha256 = e.sha256
        where a.title in (${MORNING}, ${OUTAGE}) order by a.title`.execute(await server.database());
        return rows.map(({ title }) => title);
      };
      await expect.poll(photos).toEqual([MORNING, OUTAGE]);
    },
  );
}

async function log(phone: Screen, title: string): Promise<void> {
  await phone.follow('Catat kegiatan');
  await phone.fill('Apa yang dikerjakan', title);
  await phone.choose('Mendukung RHK', 1);
  await phone.fill('Jumlah hasil', '2');
  await phone.fill('Satuan', 'unit');
  await phone.press('Lamanya saja');
  await phone.fill('Lama (menit)', '90');
  await phone.attach('Tambah foto', PHOTO);
  await phone.see('photo-with-gps.jpg');
  await phone.press('Simpan');
  await phone.notSee('Mendukung RHK');
}
