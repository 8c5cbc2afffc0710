// All tests, one after the other: types, lint and structure, unit and integration on real PostgreSQL, browser journeys.
// Ends with one plain line: N passed, N failed, and N skipped where something could not run on this machine.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Count {
  passed: number;
  failed: number;
  /** Not run, such as the journeys of a browser that this machine does not have. */
  skipped: number;
}

const reports = mkdtempSync(join(tmpdir(), 'kerjaku-reports-'));
const unitReport = join(reports, 'unit.json');
const journeyReport = join(reports, 'journeys.json');
const browsersReport = join(reports, 'browsers.json');

const run = (command: string, env: Record<string, string> = {}) =>
  spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

const one = (passed: boolean): Count => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

/** The counts of a report; a runner that wrote none, or failed outside its tests, counts as a failure. */
function counted(ok: boolean, read: () => Count): Count {
  try {
    const count = read();
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

const inBrowsers = (script: string, report: string) =>
  counted(run(`npm run ${script} -- --reporter=list,json`, { PLAYWRIGHT_JSON_OUTPUT_FILE: report }), () => {
    const { expected, unexpected, flaky, skipped } = json(report).stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  });

const inWords = ({ passed, failed, skipped }: Count) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const steps: Record<string, () => Count> = {
  types: () => one(run('npm run test:types')),
  lint: () => one(run('npm run lint')),
  unit: () =>
    counted(run(`npm run test:unit -- --reporter=default --reporter=json --outputFile.json=${unitReport}`), () => {
      const { numPassedTests, numFailedTests, numPendingTests } = json(unitReport);
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
    }),
  journeys: () => inBrowsers('test:e2e', journeyReport),
  browsers: () => inBrowsers('test:browsers', browsersReport),
};

const total: Count = { passed: 0, failed: 0, skipped: 0 };
for (const [name, step] of Object.entries(steps)) {
  const count = step();
  console.log(`\n${name}: ${inWords(count)}\n`);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}
console.log(inWords(total));
process.exit(total.failed === 0 ? 0 : 1);
