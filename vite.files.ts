// Which files the app comes in. A browser asks for each with a round trip of its own: so what belongs together comes together,
// each group with all that it imports and the ones before it do not have. And where they stand: what the service worker keeps
// after everything else (client/workspace/app-files.ts) is in folders of its own.

import type { Rolldown } from 'vite';

/** Modules whose address begins with one of these. */
const among = (beginnings: string[]) => (id: string) => beginnings.some((beginning) => id.includes(beginning));

/** What opens with Today. */
const isFirstDay = among([
  ...['DueList.vue', 'AllowanceSoFar.vue', 'UsualWork.vue', 'CopyDayDialog.vue'].map(
    (name) => `/client/features/today/${name}`,
  ),
  ...['/client/features/approvals/waiting.ts', '/client/features/time-rules/shifts/index.ts'],
  ...['/client/features/work/aside/index.ts', '/client/features/work/TypedBy.vue'],
  ...['/client/workspace/engine.ts', '/shared/today/questions/reminders.ts'],
]);

/** What only an office opens. */
const isOffice = among([
  ...['/node_modules/papaparse/', '/node_modules/write-excel-file/', '/client/table-file/'],
  ...['agency/', 'people/', 'leave/Office', 'attendance/AttendanceScreen', 'attendance/explanations/Office'].map(
    (place) => `/client/features/${place}`,
  ),
  ...['payroll/', 'net-pay/', 'payees/', 'pay-entries/'].map((place) => `/client/features/allowance/${place}`),
  ...['outages/Outages', 'outages/Maintenance', 'WorkHoursScreen', 'HolidaysScreen'].map(
    (place) => `/client/features/time-rules/${place}`,
  ),
  ...['WatchScreen', 'DeadlinesScreen'].map((name) => `/client/features/deadlines/${name}`),
]);

/** What makes a paper or a workbook to take along. */
const isPaper = among(
  ['papers/', 'pdf', 'make', 'workbook', 'slips'].map((place) => `/client/features/documents/${place}`),
);

const subjectOf = (id: string) => /\/client\/features\/([^/]+)\//.exec(id)?.[1] ?? null;

export const FILES: Rolldown.CodeSplittingGroup[] = [
  // What every screen needs; libraries apart, as an update seldom changes them.
  { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 1 },
  { name: 'start', tags: ['$initial'] },
  { name: 'sign-in', test: among(['/client/features/account/SignInScreen.vue', '/client/forms/UndoBar.vue']) },
  { name: 'first-day', test: isFirstDay },
  // What later screens share.
  { name: 'papers/library', test: /node_modules\/jspdf/ },
  { name: 'icons', test: /node_modules\/@lucide/ },
  { name: 'rules', test: /\/shared\//, minShareCount: 2 },
  { name: 'parts', test: /\/client\/(ui|forms|workspace)\//, minShareCount: 2 },
  { name: subjectOf, test: /\/client\/features\//, minShareCount: 2 },
];

/** A screen goes where it belongs, what screens share where all of it belongs. */
export function fileName({
  facadeModuleId,
  moduleIds,
}: Pick<Rolldown.PreRenderedChunk, 'facadeModuleId' | 'moduleIds'>) {
  const modules = facadeModuleId ? [facadeModuleId] : moduleIds;
  const isAll = (of: (id: string) => boolean) => modules.length > 0 && modules.every(of);
  return `assets/${isAll(isOffice) ? 'office/' : isAll(isPaper) ? 'papers/' : ''}[name]-[hash].js`;
}
