import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashPassword } from '#server/auth/passwords.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { refusePublishedPasswords } from './published.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it('one account that still has the published password keeps a public server from starting, and is named', async () => {
  await sql`update account set password_hash = ${await hashPassword('x')} where nip <> '198812042014021003'`.execute(
    server.db,
  );
  await expect(refusePublishedPasswords(server.db)).rejects.toThrow(/198812042014021003/);
  await sql`delete from account where nip = '198812042014021003'`.execute(server.db);
  await refusePublishedPasswords(server.db);
});
