// npm run sim -- --seeds 1000 [--steps 120] [--seed N]: simulated histories on a real PostgreSQL without durability.

import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { connect } from '../../server/db/database.ts';
import { startEmbedded } from '../../server/db/embedded.ts';
import { migrate } from '../../server/db/migrate.ts';
import { temporaryDataDir } from '../../server/testing/data-dir.ts';
import { shrink, simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    steps: { type: 'string', default: '120' },
    seed: { type: 'string' },
  },
});
const steps = Number(values.steps);
const first = values.seed === undefined ? 1 : Number(values.seed);
const last = values.seed === undefined ? Number(values.seeds) : first;

const dataDir = await temporaryDataDir('kerjaku-sim-');
const postgres = await startEmbedded(dataDir, { fast: true });
const db = connect(postgres.url, { connections: 4 });
await migrate(db);
const began = performance.now();
let mutations = 0;
let failed = 0;
for (let seed = first; seed <= last; seed += 1) {
  const input = { db, seed, steps };
  const run = await simulate(input);
  mutations += run.mutations;
  if (run.violations.length === 0) continue;
  failed += 1;
  const shortest = await shrink(input);
  console.log(`\nseed ${seed} fails; shortest history, --steps ${shortest.steps}:`);
  for (const line of shortest.history) console.log(`  ${line}`);
  for (const { check, what } of shortest.violations.slice(0, 10)) console.log(`  VIOLATED ${check}: ${what}`);
}
const seconds = (performance.now() - began) / 1000;
console.log(`${last - first + 1} seeds, ${mutations} mutations, ${failed} failing, ${seconds.toFixed(0)} s`);
await db.destroy();
await postgres.stop();
await rm(dataDir, { recursive: true, force: true });
process.exit(failed === 0 ? 0 : 1);
