// npm run epoch -- --agency ID: tells an agency's devices that its history was lost, where the server could not notice it by
// itself (a part of a database put back by hand). They send again what it had acknowledged, one after the other.

import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { connect } from './db/database.ts';
import { defaultDataDir, reachEmbedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { beginEpoch, historyOf, spreadOf } from './sync/epoch.ts';

const { values } = parseArgs({ options: { agency: { type: 'string' } } });
const config = readConfig(process.env);
const embedded = config.databaseUrl ? null : await reachEmbedded(config.dataDir ?? (await defaultDataDir()));
const db = connect(config.databaseUrl ?? embedded?.url ?? '', { connections: 2 });
await migrate(db);

const agencies = await db.selectFrom('agency').select(['id', 'name']).orderBy('id').execute();
const agency = agencies.find(({ id }) => id === values.agency);
if (agency) {
  const { epoch } = await historyOf(db, agency.id);
  await beginEpoch(db, agency.id, epoch);
  const seconds = await spreadOf(db, agency.id, new Date());
  console.log(`${agency.name}: a new epoch has begun; its devices come back within ${seconds} s of their next contact`);
} else {
  console.log('npm run epoch -- --agency ID, with one of:');
  for (const { id, name } of agencies) console.log(`  ${id}  ${name}`);
}
await db.destroy();
await embedded?.stop();
process.exit(agency ? 0 : 1);
