// Acts have one way. A screen that made an id in a handler would make two of a double tap, and one that went round
// `useAct` and `useDraft` would take the second tap. These read the sources, as a linter would.

import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const CLIENT = resolve(import.meta.dirname, '..');
const screens = globSync('{features,forms,ui}/**/*.{vue,ts}', { cwd: CLIENT }).filter(
  (path) => !path.endsWith('.test.ts') && !path.includes('/testing/'),
);
const sourceOf = (path: string) => readFileSync(resolve(CLIENT, path), 'utf8');

/** The file and line of each place that matches. */
const places = (pattern: RegExp, except: readonly string[] = []) =>
  screens
    .filter((path) => !except.includes(path))
    .flatMap((path) =>
      sourceOf(path)
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
    );

it('no screen makes an id: those of an act come with it', () => {
  const makers = ['workspace/act-ids.ts', 'forms/use-act.ts', 'forms/use-office-act.ts'];
  // A piece of evidence begins when it is added to the form; the other names a device, not what an act makes.
  const evidence = ['features/work/evidence/EvidenceEditor.vue', 'features/work/activity-form.ts'];
  // It names what is kept aside on this device, not what an act makes.
  const aside = 'features/work/ActivityScreen.vue';
  const others = [...evidence, aside, 'features/sync-centre/unsent-file/unsent-file.ts'];
  expect(places(/\bnewId\b|randomUUID|\buuidv7\b/, [...makers, ...others])).toEqual([]);
});

it('no screen acts but by useAct, useOfficeAct and useDraft, which take no second tap', () => {
  const senders = ['forms/use-act.ts', 'features/attendance/save-days.ts'];
  expect(places(/\bworkspace\.act\b|\bactInOffice\(/, senders)).toEqual([]);
  expect(places(/\{[^}]*\bact\b[^}]*\} = (useWorkspace\(\)|workspace)\b/)).toEqual([]);
});

it('no screen writes a draft itself: what is typed goes where nothing of it is lost', () => {
  // What it keeps are answers about files, not words.
  const memories = ['features/attendance/memory.ts', 'features/people/import/memory.ts'];
  expect(places(/\bdrafts\.(put|add|update)\b/, memories)).toEqual([]);
});

it('no screen gives up what is typed by one tap: GiveUp asks first', () => {
  expect(places(/@click="[^"]*\.(giveUp|restart)\b/)).toEqual([]);
});

it('no screen binds a text field by v-model, which waits for the end of a composition: TextInput hears all of it', () => {
  const elements = screens.flatMap((path) =>
    [...sourceOf(path).matchAll(/<(input|textarea)\b[^>]*>/g)].map(([element]) => ({ path, element })),
  );
  const fields = elements.filter(({ path, element }) => {
    const type = /\stype="([^"]*)"/.exec(element)?.[1];
    return (
      path !== 'ui/TextInput.vue' &&
      /\sv-model/.test(element) &&
      !['checkbox', 'radio', 'file'].includes(type ?? 'text')
    );
  });
  expect(fields).toEqual([]);
});

it('no screen reads numbers and days its own way: what the browser makes of them depends on its language', () => {
  expect(places(/type="number"|v-model\.number|valueAsNumber|parseFloat|parseInt/)).toEqual([]);
  expect(places(/type="(date|time|datetime-local|month|week)"/)).toEqual([]);
});

it('no screen searches its own way: a name is found however its apostrophe is written', () => {
  expect(places(/toLowerCase\(\)\.includes|\.includes\(\w*(search|asked|query)/i)).toEqual([]);
});

it('no screen keeps the date of its opening: what is asked once in a setup is not asked again at midnight', () => {
  // A form that is tied to its draft begins again while nothing is typed in it.
  const setup = /^(const|let) \w+ = (?!computed|\(|async|useLive|ref(<\w+>)?\((\w+Form|empty\w+)\()[^=]*\btoday\(\)/;
  expect(places(setup)).toEqual([]);
});

it('no screen says that there is none while it is still being looked up: that is null, and undefined is not known yet', () => {
  const concluded = screens.flatMap((path) =>
    [...sourceOf(path).matchAll(/<(NoneYet|EmptyState)\b[^>]*v-(?:else-)?if="[\w.]+ === undefined"/g)].map(() => path),
  );
  expect(concluded).toEqual([]);
});

it('no form has limits or a check of its own: useForm reads them from the schema of the mutation', () => {
  // The dialogs about leave, its rules, and the lists of holidays still look themselves; a sheet of cells is no form.
  const leave = [
    'AnswerDialog',
    'AnswerFields',
    'GiveBackDialog',
    'AddEntryDialog',
    'RecordDialog',
    'WithdrawEntryDialog',
  ];
  const others = [
    ...leave.map((name) => `features/leave/${name}.vue`),
    'features/agency/policy/LeaveFields.vue',
    'features/time-rules/HolidaysScreen.vue',
    ...['features/time-rules/WorkHoursScreen.vue', 'features/time-rules/EndHoursDialog.vue'],
    'features/time-rules/shifts/ShiftPlanScreen.vue',
    'features/today/week/WeekSheet.vue',
  ];
  expect(places(/maxlength/i, others)).toEqual([]);
  expect(places(/\btried\w* = ref\b/, ['forms/use-form.ts', ...others])).toEqual([]);
});
