// npm run chaos [-- --only WORDS] [--runs N] [--seed N]: breaks real processes, the built server, PostgreSQL and Chromium,
// and checks after each scenario what the simulation checks. Prints a table.

import { parseArgs } from 'node:util';
import { randomOf } from '../simulation/random.ts';
import { Place } from './place.ts';
import { SCENARIOS } from './scenarios.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, runs: { type: 'string' }, seed: { type: 'string', default: '1' } },
});

let failed = false;
console.log('| what was done | runs | mutations | violations | s |\n|---|---|---|---|---|');
for (const { name, runs: usual, run } of SCENARIOS.filter((scenario) => scenario.name.includes(values.only))) {
  const runs = values.runs === undefined ? usual : Math.min(usual, Number(values.runs));
  const place = await Place.open();
  const began = performance.now();
  try {
    await run(place, runs, randomOf(Number(values.seed)));
    const violations = await place.check();
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`| ${name} | ${runs} | ${place.made.length} | ${violations.length} | ${seconds} |`);
    for (const { check, what } of violations.slice(0, 10)) console.log(`VIOLATED ${check}: ${what}`);
    failed ||= violations.length > 0;
  } catch (error) {
    failed = true;
    console.log(`| ${name} | ${runs} | ${place.made.length} | broke off | |`);
    console.error(error);
  } finally {
    await place.close();
  }
}
process.exit(failed ? 1 : 0);
