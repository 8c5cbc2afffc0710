// All tests, one after the other: types, lint and structure, unit and integration on real PostgreSQL, browser journeys.
// Ends with one plain line: N passed, N failed.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Count {
  passed: number;
  failed: number;
}

const reports = mkdtempSync(join(tmpdir(), 'kerjaku-reports-'));
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

const run = (command: string, env: Record<string, string> = {}) =>
  spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

const one = (passed: boolean): Count => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

/** The counts of a report; a runner that wrote none, or failed outside its tests, counts as a failure. */
function counted(ok: boolean, read: () => Count): Count {
  try {
    const count = read();
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

const steps: Record<string, () => Count> = {
  types: () => one(run('npm run test:types')),
  lint: () => one(run('npm run lint')),
  unit: () =>
    counted(run(`npm run test:unit -- --reporter=default --reporter=json --outputFile.json=${unitReport}`), () => {
      const { numPassedTests, numFailedTests } = json(unitReport);
      return { passed: numPassedTests, failed: numFailedTests };
    }),
  browser: () =>
    counted(run('npm run test:e2e -- --reporter=list,json', { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport }), () => {
      const { expected, unexpected, flaky } = json(browserReport).stats;
      return { passed: expected, failed: unexpected + flaky };
    }),
};

const total: Count = { passed: 0, failed: 0 };
for (const [name, step] of Object.entries(steps)) {
  const count = step();
  console.log(`\n${name}: ${count.passed} passed, ${count.failed} failed\n`);
  total.passed += count.passed;
  total.failed += count.failed;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
