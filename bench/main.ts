// npm run bench [weight|push|pull|payroll|save|cold-start ...]: measures and prints the table of docs/performance.md.

import { coldStart } from './cold-start.ts';
import type { Figure } from './measure.ts';
import { payroll } from './payroll.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { save } from './save.ts';
import { weight } from './weight.ts';

const benches: Record<string, () => Promise<Figure[]>> = {
  ...{ weight, push, pull, payroll, save },
  'cold-start': coldStart,
};

const wanted = process.argv.slice(2);
console.log('| figure | measured | against |\n|---|---|---|');
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const { what, measured, against } of await bench()) console.log(`| ${what} | ${measured} | ${against} |`);
}
