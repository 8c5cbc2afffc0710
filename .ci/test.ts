// All tests, one after the other: types, lint and structure, unit and integration on real PostgreSQL, browser journeys.
// Ends with what failed by name, what passed only at its second try, and one plain line: N passed, N failed, and N skipped
// where something could not run on this machine.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

interface Result {
  passed: number;
  /** By name, with the first lines of why. */
  failed: string[];
  /** By name: passed at the second try, which only journeys in a browser have. They want to be looked at. */
  unsteady: string[];
  /** Not run, such as the journeys of a browser that this machine does not have. */
  skipped: number;
}

/** The parts that are read of the report of vitest. */
interface UnitReport {
  numPassedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

/** The parts that are read of the report of Playwright. */
interface JourneySuite {
  file: string;
  suites?: JourneySuite[];
  specs: {
    title: string;
    tests: { status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; results: { error?: { message?: string } }[] }[];
  }[];
}

const LINES_OF_WHY = 6;

const reports = mkdtempSync(join(tmpdir(), 'kerjaku-reports-'));
const unitReport = join(reports, 'unit.json');
const journeyReport = join(reports, 'journeys.json');
const browsersReport = join(reports, 'browsers.json');

const run = (command: string, env: Record<string, string> = {}) =>
  spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;

const one = (name: string, passed: boolean): Result => ({
  passed: passed ? 1 : 0,
  failed: passed ? [] : [`${name}: see above`],
  unsteady: [],
  skipped: 0,
});

/** The result that a report tells; a runner that wrote none, or failed outside its tests, is a failure. */
function reported(name: string, ok: boolean, read: () => Result): Result {
  const outside = `${name}: the runner failed outside its tests, see above`;
  try {
    const result = read();
    return ok || result.failed.length > 0 ? result : { ...result, failed: [outside] };
  } catch {
    return { passed: 0, failed: [outside], unsteady: [], skipped: 0 };
  }
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

const named = (file: string, title: string, why = '') =>
  [`${file} › ${title}`, ...why.split('\n').slice(0, LINES_OF_WHY)].join('\n    ').trimEnd();

function unitResult(): Result {
  const report: UnitReport = json(unitReport);
  const failed = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative('.', name);
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length > 0) return tests.map((test) => named(file, test.fullName, test.failureMessages?.[0]));
    return status === 'failed' ? [named(file, 'could not be run', message)] : [];
  });
  return { passed: report.numPassedTests, failed, unsteady: [], skipped: report.numPendingTests };
}

const specsOf = (suite: JourneySuite): { file: string; spec: JourneySuite['specs'][number] }[] => [
  ...suite.specs.map((spec) => ({ file: suite.file, spec })),
  ...(suite.suites ?? []).flatMap(specsOf),
];

function journeyResult(report: string): Result {
  const { stats, suites }: { stats: { expected: number; skipped: number }; suites: JourneySuite[] } = json(report);
  const withStatus = (wanted: 'unexpected' | 'flaky') =>
    suites
      .flatMap(specsOf)
      .flatMap(({ file, spec }) =>
        spec.tests
          .filter(({ status }) => status === wanted)
          .map(({ results }) => named(file, spec.title, results.find(({ error }) => error)?.error?.message)),
      );
  const unsteady = withStatus('flaky');
  return {
    passed: stats.expected + unsteady.length,
    failed: withStatus('unexpected'),
    unsteady,
    skipped: stats.skipped,
  };
}

const inBrowsers = (script: string, report: string) =>
  reported(script, run(`npm run ${script} -- --reporter=list,json`, { PLAYWRIGHT_JSON_OUTPUT_FILE: report }), () =>
    journeyResult(report),
  );

const inWords = ({ passed, failed, skipped }: Result) =>
  `${passed} passed, ${failed.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const steps: Record<string, () => Result> = {
  types: () => one('types', run('npm run test:types')),
  lint: () => one('lint', run('npm run lint')),
  unit: () =>
    reported(
      'unit',
      run(`npm run test:unit -- --reporter=default --reporter=json --outputFile.json=${unitReport}`),
      unitResult,
    ),
  journeys: () => inBrowsers('test:e2e', journeyReport),
  browsers: () => inBrowsers('test:browsers', browsersReport),
};

const total: Result = { passed: 0, failed: [], unsteady: [], skipped: 0 };
for (const [name, step] of Object.entries(steps)) {
  const result = step();
  console.log(`\n${name}: ${inWords(result)}\n`);
  total.passed += result.passed;
  total.failed.push(...result.failed);
  total.unsteady.push(...result.unsteady);
  total.skipped += result.skipped;
}
for (const test of total.unsteady) console.log(`passed at the second try: ${test}\n`);
for (const test of total.failed) console.log(`failed: ${test}\n`);
console.log(inWords(total));
process.exit(total.failed.length === 0 ? 0 : 1);
