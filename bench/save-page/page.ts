// Runs in the browser: saves entries through the engine, against a bare `put` of the same row with the same durability.

import { Dexie } from 'dexie';
import { dexieStore, newId, PersonDatabase } from '#client/sync/index.ts';
import { dispatch } from '#client/sync/running.ts';
import { domain } from '#shared/domain.ts';
import type { Activity } from '#shared/work/tables.ts';

const ENTRIES = 10_000;
const SAVES = 300;
const NOW = '2026-11-24T02:00:00.000Z';
const me = 'budi';
const skpId = newId();
const resultId = newId();

const fields = (n: number) => ({
  ...{ resultId, date: '2026-11-24', title: `Uji emisi dan rem kendaraan niaga nomor ${n}` },
  description: 'Sesuai jadwal, bersama tim pengujian. '.repeat(8),
});

function stored(n: number): Activity {
  const day = String((n % 28) + 1).padStart(2, '0');
  return {
    ...{ id: newId(), scope: `w:${me}`, version: n, employeeId: me, ...fields(n) },
    ...{ date: `2026-${String((n % 11) + 1).padStart(2, '0')}-${day}`, start: '08:00', end: '09:00', minutes: 60 },
    ...{
      quantity: 14,
      unit: 'kendaraan',
      clock: 'trusted',
      editedAt: null,
      typedBy: null,
      state: 'approved',
      revision: 1,
      note: null,
      createdAt: NOW,
    },
    ...{ submittedAt: NOW, decidedAt: NOW, decidedBy: 'ani' },
  };
}

async function measure(): Promise<{ save: number[]; put: number[] }> {
  const db = new PersonDatabase(`bench ${newId()}`, domain.tables);
  const period = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
  await db.rows('skp').put({ id: skpId, scope: `p:${me}`, version: 1, employeeId: me, state: 'approved', ...period });
  await db.rows('result').put({ id: resultId, scope: `p:${me}`, version: 1, skpId, kind: 'utama' });
  await db.rows('activity').bulkPut(Array.from({ length: ENTRIES }, (_, n) => stored(n)) as never[]);

  const bare = new Dexie(`bare ${newId()}`, { chromeTransactionDurability: 'strict' });
  bare.version(1).stores({ entries: '[scope+id], scope, [scope+date], [scope+state]' });
  await bare.table('entries').bulkPut(Array.from({ length: ENTRIES }, (_, n) => stored(n)));

  const actor = { id: me, tenant: 't', timeZone: 'Asia/Makassar', roles: [] };
  const acting = { store: dexieStore(db), domain, actor, now: () => new Date(NOW), newId, failed: console.error };
  const times = { save: [] as number[], put: [] as number[] };
  for (let n = -20; n < SAVES; n += 1) {
    const output = { quantity: 14, unit: 'kendaraan' };
    const args = { id: newId(), ...fields(n), time: { start: '08:00', end: '09:00', minutes: 60 }, output };
    let began = performance.now();
    const done = await dispatch(acting, [{ name: 'activity.log', args }]);
    const saved = performance.now() - began;
    if (!done.ok) throw new Error(done.refusal.code);
    began = performance.now();
    await bare.table('entries').put(stored(n));
    if (n >= 0) times.put.push(performance.now() - began);
    if (n >= 0) times.save.push(saved);
  }
  await Promise.all([db.delete(), bare.delete()]);
  return times;
}

Object.assign(globalThis, { measure });
