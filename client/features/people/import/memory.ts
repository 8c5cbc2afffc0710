// Which columns somebody chose for a kind of file: it stays on this device, with this person.

import type { PersonDatabase } from '#client/sync/index.ts';
import { PERSONNEL_MEMORY } from '#client/workspace/device.ts';
import type { Columns, Layout } from './columns.ts';

/** The latest last. */
type Memory = [layout: string, columns: Columns][];
const KEPT = 20;

/** Files with the same titles are of one kind. */
const keyOf = ({ titles }: Layout) => JSON.stringify(titles);

const recall = async (db: PersonDatabase): Promise<Memory> =>
  ((await db.drafts.get(PERSONNEL_MEMORY))?.value as Memory | undefined) ?? [];

export async function columnsFor(db: PersonDatabase, layout: Layout): Promise<Columns> {
  const [, chosen] = (await recall(db)).find(([of]) => of === keyOf(layout)) ?? [];
  return { ...layout.columns, ...chosen };
}

export async function remember(db: PersonDatabase, layout: Layout, columns: Columns): Promise<void> {
  const others = (await recall(db)).filter(([of]) => of !== keyOf(layout));
  const value = [...others, [keyOf(layout), { ...columns }]].slice(-KEPT);
  await db.drafts.put({ key: PERSONNEL_MEMORY, value, at: new Date().toISOString() });
}
