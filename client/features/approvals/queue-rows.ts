// The queue as one list: people, of the one who is open the days, and their entries.

import type { QueueDay, QueueEntry, QueuePerson } from './queue.ts';

export type QueueRow =
  | { kind: 'person'; key: string; person: QueuePerson }
  | { kind: 'day'; key: string; day: QueueDay }
  | { kind: 'entry'; key: string; entry: QueueEntry };

export function queueRows(people: readonly QueuePerson[], open: string | undefined): QueueRow[] {
  return people.flatMap((person): QueueRow[] => {
    const { id } = person.employee;
    const header: QueueRow = { kind: 'person', key: `person ${id}`, person };
    if (id !== open) return [header];
    return [
      header,
      ...person.days.flatMap((day): QueueRow[] => [
        { kind: 'day', key: `day ${id} ${day.date}`, day },
        ...day.entries.map((entry): QueueRow => ({ kind: 'entry', key: `entry ${entry.activity.id}`, entry })),
      ]),
    ];
  });
}

/** The entry so many steps further; at either end of a person it goes on with the next or the one before. */
export function stepFrom(
  people: readonly QueuePerson[],
  { open, entry }: { open: string | undefined; entry: string | null },
  step: 1 | -1,
): { open: string; entry: string } | null {
  const all = people.flatMap(({ employee, entries }) =>
    entries.map(({ activity }) => ({ open: employee.id, entry: activity.id })),
  );
  const at = all.findIndex((one) => one.entry === entry);
  if (at >= 0) return all[at + step] ?? all[at] ?? null;
  const ofOpen = all.filter((one) => one.open === open);
  return (step === 1 ? ofOpen[0] : ofOpen.at(-1)) ?? all[0] ?? null;
}

/** Who comes after a person that is decided. */
export function nextPerson(people: readonly QueuePerson[], decided: string): string | undefined {
  const at = people.findIndex(({ employee }) => employee.id === decided);
  return (people[at + 1] ?? people[at - 1])?.employee.id;
}
