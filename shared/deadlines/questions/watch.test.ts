import { describe, expect, it } from 'vitest';
import type { Asking } from '#shared/sync/question.ts';
import { ASKING, answerTo, type StoredRow, stored } from '#shared/testing/rows-to-ask.ts';
import { watched } from './watch.ts';

const agency = 'a:dishub';
const person = (id: string, employment: 'PNS' | 'honorer' = 'PNS') =>
  stored('employee', { id, scope: agency, name: id, nip: employment === 'PNS' ? '1' : null, employment });
const post = (
  employeeId: string,
  supervisorId: string | null,
  validFrom = '2020-01-01',
  validUntil: string | null = null,
) =>
  stored('assignment', {
    ...{ id: `post-${employeeId}-${validFrom}`, scope: agency, employeeId, unitId: 'u', kind: 'definitive' },
    ...{ supervisorId, validFrom, validUntil },
  });
const skp = (fields: object = {}) =>
  stored('skp', {
    ...{ id: 'skp', scope: 'p:budi', employeeId: 'budi', state: 'approved', edition: 1 },
    ...{ validFrom: '2026-01-01', validUntil: '2026-12-31', ...fields },
  });
const entry = (date: string, createdAt = `${date}T08:00:00.000Z`) =>
  stored('activity', { id: `${date} ${createdAt}`, scope: 'w:budi', date, createdAt, state: 'submitted' });
const evaluation = (period: string, state: 'assessed' | 'returned' | 'rated') =>
  stored('evaluation', { id: `skp.${period}`, scope: 'w:budi', state });

const BUDI = [person('budi'), post('budi', 'ani')];
const line = async (rows: readonly StoredRow[], month = '2026-11', asking: Partial<Asking> = {}) =>
  (await answerTo(watched, { month, employeeIds: ['budi'] }, [...BUDI, ...rows], asking))?.[0];

// The 26th of November 2026, a Thursday.
describe('of a person it is told', () => {
  it.each([
    ['none', [], 'none', true],
    ['a draft', [skp({ state: 'draft' })], 'draft', true],
    ['one that waits', [skp({ state: 'submitted' })], 'submitted', false],
    ['one that is approved', [skp()], 'approved', false],
    ['one that is revised', [skp({ state: 'draft', edition: 2 })], 'approved', false],
    ['one that has ended', [skp({ validUntil: '2026-10-31' })], 'none', false],
  ] as const)('with a plan: %s', async (_what, rows, plan, planOver) => {
    expect(await line(rows)).toMatchObject({ plan, planOver });
  });

  it('a plan is not late before its last day, nor after it was opened again', async () => {
    expect(await line([], '2026-01', { today: '2026-01-31' })).toMatchObject({ plan: 'none', planOver: false });
    const longer = stored('extension', {
      ...{ id: 'x', scope: agency, filling: 'plan', level: 'unit', targetId: 'u', reason: 'Baru' },
      ...{ from: '2026-01-01', until: '2026-12-31', lastDay: '2026-11-30' },
    });
    expect(await line([longer])).toMatchObject({ planOver: false });
  });

  it('which working days have no entry, until yesterday, of those in service', async () => {
    // Eighteen working days from Monday the 2nd to Wednesday the 25th.
    expect((await line([]))?.emptyDays).toBe(18);
    expect((await line([entry('2026-11-02'), entry('2026-11-03')]))?.emptyDays).toBe(16);
    const leave = stored('leave', {
      ...{ id: 'l', scope: 'w:budi', state: 'approved', givenBack: [] },
      ...{ validFrom: '2026-11-09', validUntil: '2026-11-13' },
    });
    expect((await line([leave]))?.emptyDays).toBe(13);
    expect((await line([], '2026-10'))?.emptyDays).toBe(22);
    const found = await answerTo(watched, { month: '2026-11', employeeIds: ['cici'] }, [
      ...[person('cici'), post('cici', 'ani', '2026-11-23')],
    ]);
    expect(found?.[0]?.emptyDays).toBe(3);
  });

  it('on which days something was logged too late, but for who was given longer', async () => {
    const late = [entry('2026-11-02'), entry('2026-11-03', '2026-11-09T02:00:00.000Z'), entry('2026-11-03')];
    expect((await line(late))?.lateDays).toBe(1);
    const longer = stored('extension', {
      ...{ id: 'x', scope: agency, filling: 'work', level: 'person', targetId: 'budi', reason: 'Sakit' },
      ...{ from: '2026-11-03', until: '2026-11-03', lastDay: '2026-11-09' },
    });
    expect((await line([...late, longer]))?.lateDays).toBe(0);
    const outage = stored('outage', {
      ...{ id: 'o', scope: agency, kind: 'unplanned', reason: '' },
      ...{ startsAt: '2026-11-03T12:00:00.000Z', endsAt: '2026-11-06T16:00:00.000Z' },
    });
    expect((await line([...late, outage]))?.lateDays).toBe(0);
  });

  it('which periods of the year are over and not told, or not rated', async () => {
    expect(await line([skp({ validFrom: '2026-08-01' })])).toMatchObject({
      unassessed: 3,
      unrated: 3,
      ratingOver: true,
    });
    const known = [skp({ validFrom: '2026-08-01' }), evaluation('2026-08', 'rated'), evaluation('2026-09', 'assessed')];
    expect(await line(known)).toMatchObject({ unassessed: 1, unrated: 2 });
    expect(await line(known, '2026-09')).toMatchObject({ unassessed: 0, unrated: 1 });
    const soon = [skp({ validFrom: '2026-10-01' }), evaluation('2026-10', 'assessed')];
    expect(await line(soon, '2026-11', { today: '2026-11-20' })).toMatchObject({ unrated: 1, ratingOver: false });
    expect(await line(soon, '2026-11', { today: '2026-11-21' })).toMatchObject({ unrated: 1, ratingOver: true });
  });
});

describe('nobody is watched', () => {
  it.each([
    ['who helps without an account', [person('cici', 'honorer'), post('cici', 'ani')]],
    ['who has left', [person('cici'), post('cici', 'ani', '2020-01-01', '2026-10-31')]],
    ['who comes later', [person('cici'), post('cici', 'ani', '2026-12-01')]],
  ] as const)('%s', async (_who, rows) => {
    expect(await answerTo(watched, { month: '2026-11', employeeIds: ['cici'] }, rows)).toEqual([]);
  });

  it('in a month to come', async () => {
    expect(await line([], '2026-12')).toBeUndefined();
  });
});

it('a superior asks of whom they lead, and of nobody else', async () => {
  const rows = [...BUDI, person('cici'), post('cici', 'head'), person('ani'), post('ani', 'head')];
  const asking = { actor: { ...ASKING.actor, id: 'ani' } };
  const found = await answerTo(watched, { month: '2026-11', employeeIds: null }, rows, asking);
  expect(found?.map(({ employeeId }) => employeeId)).toEqual(['budi']);
});
