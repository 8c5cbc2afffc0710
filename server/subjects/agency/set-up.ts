// Opens an agency: its row, the account of its first administrator, and by the first act of its log all that people see of it.
// One transaction: it is there whole, or not at all.

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { hashPassword } from '#server/auth/passwords.ts';
import type { Db } from '#server/db/database.ts';
import type { DbOrTransaction } from '#server/db/rows.ts';
import { openScopes } from '#server/subjects/people/scopes.ts';
import { otherWay } from '#server/sync/batch.ts';
import { applyBatch } from '#server/sync/push.ts';
import { OFFICE_APP } from '#shared/acts/api.ts';
import type { AgencyFacts, FirstAdministrator } from '#shared/agency/set-up.ts';
import { domain } from '#shared/domain.ts';
import type { MutationArgs } from '#shared/mutations.ts';
import { agencyScope } from '#shared/scopes.ts';
import type { Failed } from '#shared/sync/mutation.ts';
import { plainDate } from '#shared/time/plain-date.ts';

export interface SetUp {
  agency: AgencyFacts;
  administrator: FirstAdministrator;
}

/** `allowed`: asked under the lock, so that of two who are first one is. Answers the id of the agency, null where it is not allowed. */
export async function setUpAgency(
  db: Db,
  { agency, administrator }: SetUp,
  { now, failed, allowed }: { now: Date; failed: Failed; allowed: (tx: DbOrTransaction) => Promise<boolean> },
): Promise<string | null> {
  const passwordHash = await hashPassword(administrator.password);
  return db.transaction().execute(async (tx) => {
    await sql`lock table agency in exclusive mode`.execute(tx);
    if (!(await allowed(tx))) return null;
    const [agencyId, employeeId] = [await freeId(tx, agency.name), randomUUID()];
    const { nip, name } = administrator;
    await tx
      .insertInto('agency')
      .values({ id: agencyId, ...agency })
      .execute();
    await tx
      .insertInto('scope')
      .values({ agencyId, id: agencyScope(agencyId) })
      .execute();
    const today = plainDate(now.toISOString(), agency.timeZone);
    const args: MutationArgs<'agency.open'> = {
      administrator: { nip, name },
      validFrom: `${today.slice(0, 4)}-01-01`,
      policies: { performance: randomUUID(), time: randomUUID(), allowance: randomUUID(), leave: randomUUID() },
    };
    const act = { id: randomUUID(), name: 'agency.open', v: 1, args, at: now.toISOString() };
    const role = { id: randomUUID(), employeeId, role: 'admin', validFrom: today, validUntil: null };
    const given = { id: randomUUID(), name: 'office-role.give', v: 1, args: role, at: now.toISOString() };
    const { outcomes } = await applyBatch(tx, otherWay(OFFICE_APP, [act, given]), {
      ...{ domain, now, failed, office: true, comes: { by: 'other-way', floor: now } },
      actor: { id: employeeId, tenant: agencyId, timeZone: agency.timeZone, roles: ['admin'] },
      visibleOn: async () => new Set<string>(),
    });
    if (outcomes.some(({ result }) => result !== 'applied'))
      throw new Error(`agency.open: ${JSON.stringify(outcomes)}`);
    await tx.insertInto('account').values({ agencyId, employeeId, nip, passwordHash }).execute();
    await openScopes(tx, agencyId);
    await tx.deleteFrom('setUpLink').execute();
    return agencyId;
  });
}

/** What commands call the agency by: its name in small letters, with a number where that is taken. */
async function freeId(tx: DbOrTransaction, name: string): Promise<string> {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const base = plain.replace(/^-+/, '').slice(0, 30).replace(/-+$/, '') || 'instansi';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!(await tx.selectFrom('agency').select('id').where('id', '=', id).executeTakeFirst())) return id;
  }
}
