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
  /** Of files that name whom they mean. */
  pins: [string, Pair][];
  /** Of files of numbers alone, which are others at each machine. */
  machines: Machine[];
  remarks: [string, Meaning][];
}

export interface Machine {
  /** As its first file was called; other than those of the others. */
  name: string;
  pins: [string, Pair][];
}

const EMPTY: Memory = { layouts: [], pins: [], machines: [], remarks: [] };

const LAYOUTS_KEPT = 30;

/** Files of one machine have the same titles; where there are none, as many columns. */
export const layoutKey = ({ titleRow, titles }: Layout): string =>
  titleRow === null ? `${titles.length} columns without titles` : JSON.stringify(titles);

export async function recall(db: PersonDatabase): Promise<Memory> {
  const kept = (await db.drafts.get(ATTENDANCE_MEMORY))?.value as Partial<Memory> | undefined;
  return { ...EMPTY, ...kept };
}

export async function remember(db: PersonDatabase, memory: Memory): Promise<void> {
  // A copy without what makes the screen's own reactive.
  const value = JSON.parse(JSON.stringify(memory)) as Memory;
  await db.drafts.put({ key: ATTENDANCE_MEMORY, value, at: new Date().toISOString() });
}

export function withPins(memory: Memory, machine: string | null, pins: readonly [string, Pair][]): Memory {
  const joined = (before: readonly [string, Pair][]) => [...new Map([...before, ...pins])];
  if (machine === null) return { ...memory, pins: joined(memory.pins) };
  const [others, known] = [memory.machines.filter(({ name }) => name !== machine), pinsOf(memory, machine)];
  return { ...memory, machines: [...others, { name: machine, pins: joined(known) }] };
}

/** `machine`: of a file of numbers alone; null for one that names whom it means. */
export const pinsOf = ({ pins, machines }: Memory, machine: string | null): [string, Pair][] =>
  machine === null ? pins : (machines.find(({ name }) => name === machine)?.pins ?? []);

/** What a machine that is not known yet is called. */
export function newMachine({ machines }: Memory, fileName: string): string {
  const taken = (name: string) => machines.some((machine) => machine.name === name);
  let name = fileName;
  for (let number = 2; taken(name); number += 1) name = `${fileName} (${number})`;
  return name;
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
