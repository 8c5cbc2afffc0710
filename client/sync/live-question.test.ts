import 'fake-indexeddb/auto';
import { liveQuery } from 'dexie';
import { expect, it, vi } from 'vitest';
import { ask, question } from '#shared/sync/question.ts';
import { text } from '#shared/sync/table.ts';
import { PersonDatabase } from './database.ts';
import { loadRows } from './dexie-store.ts';
import { newId } from './testing.ts';

const asking = { actor: { id: 'a', tenant: 't', timeZone: 'Asia/Makassar', roles: [] }, today: '', now: '' };
const scope = 's';
const names = { next: text() };

/** A row, the row that it names, and the one that this names. */
const chain = question<null, string>({
  reads: (_none, _asking, rows) => [
    { table: 'step', scope, id: 'first' },
    ...rows.all('step', scope).map(({ next }) => ({ table: 'step', scope, id: String(next) })),
  ],
  answer: (_none, _asking, rows) =>
    rows
      .all('step', scope)
      .map(({ id }) => id)
      .join(' '),
});

it('a live query follows what a question reads at each of its steps, and what is read after it', async () => {
  const db = new PersonDatabase(newId(), {
    step: { columns: names, indexes: [] },
    other: { columns: names, indexes: [] },
  });
  const row = (id: string, next: string) => ({ id, scope, version: 1, next });
  await db.rows('step').bulkPut([row('first', 'second')]);
  const seen: string[] = [];
  const subscription = liveQuery(async () => {
    const answer = await ask(chain, { args: null, asking, load: (reads) => loadRows(db, reads) });
    return `${answer} + ${await db.rows('other').count()}`;
  }).subscribe((value) => seen.push(value));
  const last = () => seen.at(-1);
  await vi.waitFor(() => expect(last()).toBe('first + 0'));
  await db.rows('step').put(row('second', 'third'));
  await vi.waitFor(() => expect(last()).toBe('first second + 0'));
  await db.rows('step').put(row('third', 'fourth'));
  await vi.waitFor(() => expect(last()).toBe('first second third + 0'));
  await db.rows('other').put(row('x', ''));
  await vi.waitFor(() => expect(last()).toBe('first second third + 1'));
  subscription.unsubscribe();
});
