import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// What came to JavaScript, the DOM and HTML after the oldest browsers that we serve (docs/decisions/0001-old-browsers.md):
// Chrome and Edge 111, Safari 16.4, Firefox 128, where one of them lacks it. The types of TypeScript cannot tell, for
// every library brings the newest ones along.
const LATER = [
  ...[/\bTemporal\./, /\bPromise\.(withResolvers|try)\b/, /\bArray\.fromAsync\b/, /\b(Map|Object)\.groupBy\b/],
  ...[/\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference|getOrInsert\w*)\(/, /\bIterator\.from\b/],
  ...[/\bURL\.(canParse|parse)\b/, /\bAbortSignal\.any\b/, /\bError\.isError\b/, /\bRegExp\.escape\b/],
  ...[/\.(toHex|toBase64|setFromHex)\(/, /\bUint8Array\.from(Hex|Base64)\b/, /\bIntl\.(DurationFormat|Segmenter)\b/],
  ...[/\bscheduler\.(yield|postTask)\b/, /\.(showPopover|togglePopover|startViewTransition|checkVisibility)\(/],
  ...[/\spopover(=|>|\s)/, /\bpopovertarget\b/, /type="(month|week)"/, /\bnew Float16Array\b/],
];

const withoutComments = (text: string) => text.replaceAll(/\/\*.*?\*\/|(?<!:)\/\/.*?$/gms, '');
const tooNew = (text: string) => LATER.flatMap((later) => withoutComments(text).match(later)?.[0].trim() ?? []);

it('nothing in the app is newer than the oldest browsers', () => {
  const files = globSync('{client,shared}/**/*.{ts,vue,html}', { exclude: (name) => name.endsWith('.test.ts') });
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) => tooNew(readFileSync(file, 'utf8')).map((use) => `${file}: ${use}`));
  expect(found).toEqual([]);
});

it.each(['Promise.withResolvers()', '<input type="month" />', 'one.isSubsetOf(other)', '<div popover>'])(
  '%s would be found',
  (use) => {
    expect(tooNew(use)).not.toEqual([]);
  },
);
