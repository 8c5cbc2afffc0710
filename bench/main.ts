// npm run bench [weight|push|pull|payroll|save|cold-start|storm|device|first-use|journeys ...]: measures and prints the table of
// docs/performance.md, and how many of the goals hold.

import { coldStart } from './cold-start.ts';
import { device } from './device.ts';
import { firstUse } from './first-use.ts';
import { journeys } from './journeys/main.ts';
import type { Figure } from './measure.ts';
import { payroll } from './payroll.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { save } from './save.ts';
import { storm } from './storm.ts';
import { weight } from './weight.ts';

const benches: Record<string, () => Promise<Figure[]>> = {
  ...{ weight, push, pull, payroll, save, storm, device },
  'cold-start': coldStart,
  'first-use': firstUse,
  journeys,
};

const wanted = process.argv.slice(2);
const goals: boolean[] = [];
console.log('| figure | measured | against | holds |\n|---|---|---|---|');
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const { what, measured, against, holds } of await bench()) {
    if (holds !== undefined) goals.push(holds);
    console.log(`| ${what} | ${measured} | ${against} | ${holds === undefined ? '' : holds ? 'yes' : 'no'} |`);
  }
}
console.log(`\n${goals.filter(Boolean).length} of ${goals.length} goals hold`);
