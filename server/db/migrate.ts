// Brings the database to the schema of this version. Runs at every start, under a lock, so that several servers may
// start at once.

import { type Migration, Migrator } from 'kysely/migration';
import type { Db } from './database.ts';
import * as foundation from './migrations/0001-foundation.ts';
import * as epoch from './migrations/0002-epoch.ts';
import * as audit from './migrations/0003-audit.ts';
import * as evidence from './migrations/0004-evidence.ts';
import * as delegation from './migrations/0005-delegation.ts';
import * as scopeHistory from './migrations/0006-scope-history.ts';
import * as cycle from './migrations/0007-cycle.ts';
import * as time from './migrations/0008-time.ts';
import * as allowance from './migrations/0009-allowance.ts';
import * as proof from './migrations/0010-proof.ts';
import * as guards from './migrations/0011-guards.ts';
import * as rules from './migrations/0012-rules.ts';
import * as delivery from './migrations/0013-delivery.ts';
import * as independentUnits from './migrations/0014-independent-units.ts';
import * as explanations from './migrations/0015-explanations.ts';
import * as payEntries from './migrations/0017-pay-entries.ts';
import * as workHours from './migrations/0019-work-hours.ts';
import * as leave from './migrations/0020-leave.ts';
import * as payScope from './migrations/0021-pay-scope.ts';
import * as explanationEvidence from './migrations/0022-explanation-evidence.ts';
import * as taxYear from './migrations/0023-tax-year.ts';
import * as setUp from './migrations/0024-set-up.ts';
import * as accounts from './migrations/0025-accounts.ts';
import * as reopening from './migrations/0030-reopening.ts';
import * as movedTables from './migrations/0035-moved-tables.ts';
import * as extensions from './migrations/0036-extensions.ts';
import * as helping from './migrations/0038-helping.ts';
import * as officeRoles from './migrations/0039-office-roles.ts';
import * as headOfAgency from './migrations/0040-head-of-agency.ts';
import * as wordsOfParents from './migrations/0041-words-of-parents.ts';

export const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-epoch': epoch,
  '0003-audit': audit,
  '0004-evidence': evidence,
  '0005-delegation': delegation,
  '0006-scope-history': scopeHistory,
  '0007-cycle': cycle,
  '0008-time': time,
  '0009-allowance': allowance,
  '0010-proof': proof,
  '0011-guards': guards,
  '0012-rules': rules,
  '0013-delivery': delivery,
  '0014-independent-units': independentUnits,
  '0015-explanations': explanations,
  '0017-pay-entries': payEntries,
  '0019-work-hours': workHours,
  '0020-leave': leave,
  '0021-pay-scope': payScope,
  '0022-explanation-evidence': explanationEvidence,
  '0023-tax-year': taxYear,
  '0024-set-up': setUp,
  '0025-accounts': accounts,
  '0030-reopening': reopening,
  '0035-moved-tables': movedTables,
  '0036-extensions': extensions,
  '0038-helping': helping,
  '0039-office-roles': officeRoles,
  '0040-head-of-agency': headOfAgency,
  '0041-words-of-parents': wordsOfParents,
};

export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error('the database could not be brought to the present schema', { cause: error });
}
