// What a person said once of the files of their machine: columns, answers, whose number is whose, and what remarks mean.
// It stays on this device, with this person: another desk is asked once more.

import type { PersonDatabase } from '#client/sync/index.ts';
import { ATTENDANCE_MEMORY } from '#client/workspace/device.ts';
import { type Answers, NO_ANSWERS } from './answers.ts';
import type { Columns, Layout } from './columns.ts';
import type { Pair } from './persons.ts';
import type { Meaning } from './remarks.ts';

export interface Memory {
  /** By `layoutKey`, the latest last. */
  layouts: [string, { columns: Columns; answers: Answers }][];
  pins: [string, Pair][];
  remarks: [string, Meaning][];
}

const LAYOUTS_KEPT = 30;

/** Files of one machine have the same titles; where there are none, as many columns. */
export const layoutKey = ({ titleRow, titles }: Layout): string =>
  titleRow === null ? `${titles.length} columns without titles` : JSON.stringify(titles);

export async function recall(db: PersonDatabase): Promise<Memory> {
  const kept = (await db.drafts.get(ATTENDANCE_MEMORY))?.value as Memory | undefined;
  return kept ?? { layouts: [], pins: [], remarks: [] };
}

export async function remember(db: PersonDatabase, memory: Memory): Promise<void> {
  // A copy without what makes the screen's own reactive.
  const value = JSON.parse(JSON.stringify(memory)) as Memory;
  await db.drafts.put({ key: ATTENDANCE_MEMORY, value, at: new Date().toISOString() });
}

export const knownLayout = ({ layouts }: Memory, key: string) => layouts.find(([of]) => of === key)?.[1] ?? null;

export function withLayout(memory: Memory, key: string, columns: Columns, answers: Answers): Memory {
  const others = memory.layouts.filter(([of]) => of !== key);
  return {
    ...memory,
    layouts: [...others, [key, { columns, answers }] as Memory['layouts'][number]].slice(-LAYOUTS_KEPT),
  };
}

export const answersOf = (memory: Memory, key: string): Answers => ({
  ...NO_ANSWERS,
  ...knownLayout(memory, key)?.answers,
});
