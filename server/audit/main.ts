// npm run audit [-- --heads FILE]: verifies every chain of the audit log. With a file, also that each chain still
// continues from the head that an earlier run wrote there; then writes the heads of today into it.

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '#server/config.ts';
import { connect } from '#server/db/database.ts';
import { defaultDataDir, reachEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { readIfThere } from '#server/db/read-if-there.ts';
import { changedSince, type Verified, verifyChains } from './verify.ts';

const { values } = parseArgs({ options: { heads: { type: 'string' } } });
const config = readConfig(process.env);
const embedded = config.databaseUrl ? null : await reachEmbedded(config.dataDir ?? (await defaultDataDir()));
const db = connect(config.databaseUrl ?? embedded?.url ?? '', { connections: 2 });
await migrate(db);

const verified = await verifyChains(db);
const earlier: Verified['heads'] = values.heads ? JSON.parse((await readIfThere(values.heads)) ?? '[]') : [];
const rewritten = await changedSince(db, earlier);
await db.destroy();
await embedded?.stop();

for (const { agency, scope, line } of verified.broken) console.log(`BROKEN  ${agency} ${scope}, from line ${line}`);
for (const { agency, scope, lines } of rewritten) {
  console.log(`REWRITTEN  ${agency} ${scope}: line ${lines} is not the one of the earlier verification`);
}
const sound = verified.broken.length === 0 && rewritten.length === 0;
if (values.heads && sound) await writeFile(values.heads, `${JSON.stringify(verified.heads, null, 1)}\n`);
console.log(
  `${verified.lines} lines in ${verified.heads.length} chains, ${verified.broken.length} broken, ${rewritten.length} rewritten`,
);
process.exit(sound ? 0 : 1);
