// How each of the demo agency's people keeps the daily log, invented: most at the end of the day, some in the evening at
// home, some at posts without a network, some whose clock is wrong, two who put it off, one who cheats, two who never do.

import type { EmployeeId } from '#shared/people/tables.ts';

export type Habit =
  /** At 16.00 in the office, or at 21.00 at home. */
  | 'office'
  | 'evening'
  /** At 16.00 at a post without a network: the phone reaches one on Fridays only. */
  | 'field'
  /** Everything of the week on Friday. */
  | 'puts-off'
  /** Wednesday and Thursday on Friday, with the phone's clock set back. */
  | 'cheats'
  | 'never';

const HABITS: Record<EmployeeId, Habit> = {
  ...{ 'kasi-rekayasa': 'evening', 'penguji-2': 'evening', bendahara: 'evening', prakom: 'evening' },
  ...{ 'kabid-angkutan': 'evening', 'kasubag-umum': 'evening', 'kasi-terminal': 'evening' },
  ...{ 'terminal-1': 'field', 'angkutan-1': 'field', 'kasi-orang': 'field' },
  ...{ 'analis-1': 'puts-off', 'adm-2': 'puts-off' },
  'kasi-barang': 'cheats',
  ...{ 'adm-1': 'never', 'parkir-1': 'never' },
};

export const habitOf = (id: EmployeeId): Habit => HABITS[id] ?? 'office';

const HOUR = 3_600_000;
/** Whose clock is wrong without their knowing, and by how much. */
export const WRONG_CLOCKS: Record<EmployeeId, number> = { 'kasi-keselamatan': 9 * HOUR, 'penguji-3': -5 * HOUR };

/** Whose wire is cut when the region's network fails: the UPT out of town, and the section beside it. */
export const IN_THE_REGION: EmployeeId[] = ['ka-upt', 'penguji-1', 'penguji-2', 'penguji-3', 'kasi-keselamatan'];
