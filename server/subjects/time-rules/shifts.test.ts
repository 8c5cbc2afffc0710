import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import type { PlannedShifts } from '#shared/time-rules/api.ts';

const NIPS = { treasurer: '198704042010012015', superior: '197808152003121012', admin: '198505052010011099' };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const shift = (person: string, date: string, start: string | null, end: string | null, deleted = false) =>
    sql`
    insert into shift (agency_id, scope_id, id, version, deleted, month, date, name, start, "end", "by", at)
    select agency_id, ${`w:${person}`}, ${`${date}.${start}`}, 1, ${deleted}, ${date.slice(0, 7)}, ${date}::date, 'Malam',
      ${start}, ${end}, 'ka-upt', now() from employee where id = ${person}`.execute(server.db);
  await shift('penguji-1', '2026-10-04', '22:00', '06:00');
  await shift('penguji-1', '2026-10-05', '22:00', '06:00');
  await shift('penguji-2', '2026-10-31', null, null);
  await shift('penguji-2', '2026-10-06', '07:00', '14:00', true);
  await shift('penguji-2', '2026-11-01', '07:00', '14:00');
});
afterAll(() => server.close());

const ask = async (nip: string, span: string) =>
  server.app.inject({ url: `/api/shifts/${span}`, headers: { cookie: await server.signIn(nip) } });

it('are told to the treasurer for the days of a file, of everybody', async () => {
  const { shifts } = (await ask(NIPS.treasurer, '2026-10-05/2026-10-31')).json<PlannedShifts>();
  expect(shifts.map(({ employeeId, date, start, end }) => [employeeId, date, start, end])).toEqual([
    ['penguji-1', '2026-10-05', '22:00', '06:00'],
    ['penguji-2', '2026-10-31', null, null],
  ]);
});

it.each([NIPS.superior, NIPS.admin])('are not told by this way to %s', async (nip) => {
  expect((await ask(nip, '2026-10-05/2026-10-31')).statusCode).toBe(403);
});

it.each(['2026-10-31/2026-10-05', '2020-01-01/2026-10-05', '2026-02-30/2026-03-01', 'x/y'])(
  '%s is no span',
  async (span) => {
    expect((await ask(NIPS.treasurer, span)).statusCode).toBe(400);
  },
);
