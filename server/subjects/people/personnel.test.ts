import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChains } from '#server/audit/verify.ts';
import { DEMO_ADMINISTRATOR } from '#server/demo/agency.ts';
import { TestDevice } from '#server/testing/device.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import type { MutationArgs } from '#shared/mutations.ts';

type Args = MutationArgs<'personnel.take'>;
const RIDHA = { id: 'penguji-1', nip: '198812042014021003' };
const NOBODY = { new: 0, returned: 0, moved: 0, promoted: 0, superior: 0, corrected: 0, left: 0, units: 0 };

let server: TestServer;
let cookie: string;
beforeAll(async () => {
  server = await startTestServer();
  cookie = await server.signIn(DEMO_ADMINISTRATOR.nip);
}, 120_000);
afterAll(() => server.close());

const take = async (args: Args, by = cookie) => {
  const mutations = [{ id: randomUUID(), name: 'personnel.take', v: 1, args, at: server.time.now.toISOString() }];
  const answer = await server.app.inject({
    ...{ method: 'POST', url: '/api/office', headers: { cookie: by }, payload: { mutations } },
  });
  return answer.statusCode === 200 ? answer.json().outcomes[0] : answer.json();
};

/** As many people as an agency may have, with names and posts as long as they are in life. */
function crowd(count: number): Args {
  const units = Array.from({ length: 400 }, (_, index) => ({
    ...{ id: `8ae48289${String(index).padStart(24, '0')}`, name: `Seksi Pelayanan dan Pemeliharaan Nomor ${index}` },
    parentId: index === 0 ? 'dinas' : `8ae48289${String(Math.floor((index - 1) / 6)).padStart(24, '0')}`,
  }));
  const nips = Array.from({ length: count }, (_, index) => {
    const month = String(1 + Math.floor(index / 900)).padStart(2, '0');
    return `1980${month}12200501${1 + (index % 2)}${100 + (index % 900)}`;
  });
  const people = nips.map((nip, index): Args['people'][number] => ({
    ...{ nip, name: `Muhammad Rahmadi Noor Ke-${index}, S.Kom., M.AP.`, employment: 'PNS', grade: 'III/c' },
    posts: [
      {
        ...{ unitId: units[index % 400]?.id ?? '', position: 'Pengadministrasi Perkantoran dan Pelayanan Umum' },
        ...{ positionKind: 'JA', kind: 'definitive', postClass: null, from: '2026-11-01', headsAgency: false },
        superiorId: index < 400 ? 'kadis' : `nip-${nips[index % 400]}`,
      },
    ],
  }));
  return { units, people, left: [], ended: [], from: '2026-11-01', seen: { ...NOBODY, new: count, units: 400 } };
}

it('5,000 people come in one act within a minute, whole, and devices go on syncing meanwhile', async () => {
  const args = crowd(5_000);
  expect(args.people).toHaveLength(5_000);
  const device = await TestDevice.create(server, { id: RIDHA.id, cookie: await server.signIn(RIDHA.nip) });
  await device.sync([]);
  const began = performance.now();
  let over = false;
  const taking = take(args).finally(() => {
    over = true;
  });
  let longest = 0;
  let synced = 0;
  while (!over) {
    const asked = performance.now();
    await device.sync([]);
    longest = Math.max(longest, performance.now() - asked);
    synced += 1;
  }
  const outcome = await taking;
  expect(outcome.refusal).toBeUndefined();
  const took = performance.now() - began;
  console.info(
    `5,000 people: ${Math.round(took)} ms; ${synced} syncs meanwhile, the longest ${Math.round(longest)} ms`,
  );
  expect(took).toBeLessThan(60_000);
  expect(longest).toBeLessThan(60_000);
  const { rows } = await sql<{ people: number; scopes: number }>`
    select (select count(*) from employee where id like 'nip-%')::int as people,
      (select count(*) from scope where id like '_:nip-%')::int as scopes`.execute(server.db);
  expect(rows).toEqual([{ people: 5_000, scopes: 15_000 }]);
  expect((await verifyChains(server.db)).broken).toEqual([]);
}, 120_000);

it('of two administrators who bring the same file at once one does it, and the other is told', async () => {
  const args: Args = {
    ...{ units: [], left: [], ended: [], from: '2026-12-01', seen: { ...NOBODY, new: 1 } },
    people: [
      {
        ...{ nip: '198001012005011001', name: 'Budi', employment: 'PNS', grade: 'III/a' },
        posts: [
          {
            ...{ unitId: 'dinas', position: 'Analis', positionKind: 'JA', kind: 'definitive', postClass: 7 },
            ...{ superiorId: 'kadis', headsAgency: false, from: '2026-12-01' },
          },
        ],
      },
    ],
  };
  const outcomes = await Promise.all([take(args), take(args)]);
  expect(outcomes.map(({ result }) => result).sort()).toEqual(['applied', 'refused']);
  expect(outcomes.find(({ result }) => result === 'refused')?.refusal).toEqual({ code: 'directory-changed' });
});

it('is for administrators alone, and comes from no device', async () => {
  const args: Args = { units: [], people: [], left: [], ended: [], from: '2026-12-01', seen: NOBODY };
  const employee = await server.signIn(RIDHA.nip);
  expect(await take(args, employee)).toMatchObject({ refusal: { code: 'not-administrator' } });
  const device = await TestDevice.create(server, { id: 'admin-bkpsdm', cookie });
  const at = server.time.now.toISOString();
  const { outcomes } = await device.sync([{ id: randomUUID(), name: 'personnel.take', v: 1, args, at }]);
  expect(outcomes[0]).toMatchObject({ refusal: { code: 'forbidden' } });
});
