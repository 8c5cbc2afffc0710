import { expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import { ask } from '#shared/sync/question.ts';
import type { Read } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { heldUp } from './held-up.ts';

const SUPERIOR = { id: 'ani', tenant: 't', timeZone: 'Asia/Makassar', roles: [] };
const agency = 'a:t';
const assignment = (employeeId: string, postClass: number | null) => ({
  table: 'assignment',
  row: {
    ...{ id: `post ${employeeId}`, scope: agency, version: 1, employeeId, unitId: 'u', position: 'Penguji', postClass },
    ...{ leadsUnit: false, positionKind: 'JF', kind: 'definitive', supervisorId: 'ani' },
    ...{ validFrom: '2026-01-01', validUntil: null },
  },
});
const policy = {
  table: 'policy',
  row: {
    ...{
      id: 'p',
      scope: agency,
      version: 1,
      kind: 'allowance',
      validFrom: '2026-01-01',
      at: '2026-01-01T00:00:00.000Z',
    },
    content: { ...DEFAULT_POLICIES.allowance, base: { 7: '2750000' } },
  },
};
const activity = (employeeId: string, date: string, state: string) => ({
  table: 'activity',
  row: {
    ...{ id: `${employeeId} ${date}`, scope: `w:${employeeId}`, version: 1, employeeId, resultId: 'r', date, state },
    ...{
      title: 'Uji rem',
      description: '',
      start: null,
      end: null,
      minutes: 300,
      quantity: 1,
      unit: 'unit',
      revision: 1,
    },
    ...{ note: null, createdAt: `${date}T09:00:00.000Z`, clock: 'trusted', editedAt: null, submittedAt: null },
    ...{ decidedAt: null, decidedBy: null },
  },
});

type Stored = { table: string; row: object };
const named = (read: Read, { table, row }: { table: string; row: SyncRow }) => {
  if (table !== read.table || row.scope !== read.scope) return false;
  if ('id' in read) return row.id === read.id;
  if ('where' in read && 'equals' in read) return row[read.where] === read.equals;
  return true;
};
const amounts = (rows: Stored[], waiting: { employeeId: string; months: string[] }[]) =>
  ask(heldUp, {
    args: { waiting },
    asking: { actor: SUPERIOR, today: '2026-11-26', now: '2026-11-26T02:00:00.000Z' },
    load: async (reads) =>
      (rows as { table: string; row: SyncRow }[]).filter((stored) => reads.some((read) => named(read, stored))),
  });

const NOVEMBER = [{ employeeId: 'budi', months: ['2026-11'] }];

it('is what the slip gains when the waiting work is approved', async () => {
  const rows = [policy, assignment('budi', 7), activity('budi', '2026-11-24', 'submitted')];
  const [one] = (await amounts(rows, NOVEMBER)) ?? [];
  expect(one?.employeeId).toBe('budi');
  expect(Number(one?.amount)).toBeGreaterThan(0);
  // Twice the work, twice what it holds up.
  const [two] = (await amounts([...rows, activity('budi', '2026-11-25', 'submitted')], NOVEMBER)) ?? [];
  expect(Math.abs(Number(two?.amount) - 2 * Number(one?.amount))).toBeLessThanOrEqual(2);
});

it('nothing is held up where nothing waits, or where the post has no allowance', async () => {
  expect(await amounts([policy, assignment('budi', 7), activity('budi', '2026-11-24', 'approved')], NOVEMBER)).toEqual(
    [],
  );
  expect(
    await amounts([policy, assignment('budi', null), activity('budi', '2026-11-24', 'submitted')], NOVEMBER),
  ).toEqual([]);
  expect(await amounts([policy], [])).toEqual([]);
});

it('work of several months adds up', async () => {
  const rows = [
    policy,
    assignment('budi', 7),
    activity('budi', '2026-10-20', 'submitted'),
    activity('budi', '2026-11-24', 'submitted'),
  ];
  const both = await amounts(rows, [{ employeeId: 'budi', months: ['2026-10', '2026-11'] }]);
  const one = await amounts(rows, NOVEMBER);
  expect(Number(both?.[0]?.amount)).toBeGreaterThan(Number(one?.[0]?.amount));
});
