// The password of the demo is in the README. A server that the public reaches must not have an account that takes it,
// also where the demo was put in long ago.

import { verifyPassword } from '#server/auth/passwords.ts';
import { ConfigError } from '#server/config.ts';
import type { Db } from '#server/db/database.ts';
import { DEMO_ADMINISTRATOR, DEMO_EMPLOYEES, DEMO_PASSWORD } from './agency.ts';

export async function refusePublishedPasswords(db: Db): Promise<void> {
  const nips = [DEMO_ADMINISTRATOR, ...DEMO_EMPLOYEES].flatMap(({ nip }) => nip ?? []);
  const accounts = await db.selectFrom('account').select(['nip', 'passwordHash']).where('nip', 'in', nips).execute();
  for (const { nip, passwordHash } of accounts) {
    if (!(await verifyPassword(DEMO_PASSWORD, passwordHash))) continue;
    throw new ConfigError(
      `PUBLIC_ORIGIN opens this server to the public, and account ${nip} has the published password of the demo: start with an empty database, or remove the demo's accounts`,
    );
  }
}
