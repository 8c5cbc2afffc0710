import { describe, expect, it } from 'vitest';
import type { Assignment } from '#shared/people/tables.ts';
import { rulesFor, rulesOf, withExtensions } from './calendar.ts';
import { type Extension, extensionOf } from './extensions.ts';
import { movedDay } from './moved-day.ts';
import { isNotable, timelinessOf } from './timeliness.ts';

const opened = (fields: Partial<Extension> = {}): Extension => ({
  ...{ filling: 'work', level: 'person', targetId: 'budi', from: '2026-11-02', until: '2026-11-06' },
  ...{ lastDay: '2026-11-20', reason: 'Bertugas di hulu', ...fields },
});
const post = { employeeId: 'budi', unitId: 'seksi', validFrom: '2026-01-01', validUntil: null } as Assignment;
const units = [
  { id: 'dinas', parentId: null },
  { id: 'bidang', parentId: 'dinas' },
  { id: 'seksi', parentId: 'bidang' },
];
const of = { employeeId: 'budi', unitIds: ['seksi', 'bidang', 'dinas'] };
const found = (fields: Partial<Extension>, day = '2026-11-04') =>
  extensionOf([opened(fields)], { filling: 'work', day }, of) !== null;

describe('what is opened again', () => {
  it.each([
    ['for the person', {}, true],
    ['for another', { targetId: 'cici' }, false],
    ['for the own unit', { level: 'unit', targetId: 'seksi' }, true],
    ['for a unit above', { level: 'unit', targetId: 'dinas' }, true],
    ['for another unit', { level: 'unit', targetId: 'uji' }, false],
    ['for a unit that is called like the person', { level: 'unit', targetId: 'budi' }, false],
    ['of something else', { filling: 'rating' }, false],
  ] as [string, Partial<Extension>, boolean][])('%s holds: %s', (_whom, fields, holds) => {
    expect(found(fields)).toBe(holds);
  });

  it('holds from its first to its last day, both included', () => {
    const days = ['2026-11-01', '2026-11-02', '2026-11-06', '2026-11-07'];
    expect(days.map((day) => found({}, day))).toEqual([false, true, true, false]);
  });

  it('more than once holds the longest', () => {
    const longest = opened({ lastDay: '2026-12-04' });
    const all = [opened(), longest, opened({ lastDay: '2026-11-30' })];
    expect(extensionOf(all, { filling: 'work', day: '2026-11-04' }, of)).toBe(longest);
  });
});

const timeZone = 'Asia/Makassar';
type Outages = Parameters<typeof rulesOf>[0]['outages'];
const rulesWith = (extensions: Extension[], outages: Outages = []) =>
  rulesOf({ policies: [], holidays: [], workHours: [], units, outages, extensions, timeZone });
const own = (extensions: Extension[], outages: Outages = []) =>
  rulesFor(rulesWith(extensions, outages), { employeeId: 'budi', assignments: [post], shifts: [] });
const logged = (at: string) => ({
  ...{ date: '2026-11-04', loggedAt: `${at}:00.000Z`, clock: 'trusted' as const, editedAt: null },
});

describe('work of a day that is opened again', () => {
  it('is in time until the end of its new last day, says why, and is told', () => {
    const work = logged('2026-11-20T15:00');
    const timeliness = timelinessOf(work, own([opened()]));
    expect(timeliness).toMatchObject({
      ...{ verdict: 'in-time', deadline: '2026-11-20T16:00:00.000Z', movedBy: null },
      reopened: { lastDay: '2026-11-20', reason: 'Bertugas di hulu' },
    });
    expect(isNotable(work, timeliness, own([opened()]))).toBe(true);
    expect(timelinessOf(logged('2026-11-20T16:16'), own([opened()])).verdict).toBe('late');
  });

  it('that was in time anyway is no news', () => {
    const work = logged('2026-11-04T09:00');
    expect(isNotable(work, timelinessOf(work, own([opened()])), own([opened()]))).toBe(false);
  });

  it('stays late for who works elsewhere, and by the rules of everybody', () => {
    const late = logged('2026-11-19T09:00');
    expect(timelinessOf(late, own([opened({ targetId: 'cici' })])).verdict).toBe('late');
    expect(timelinessOf(late, rulesWith([opened()])).verdict).toBe('late');
  });

  it('is never shorter than it would be without', () => {
    const unchanged = timelinessOf(logged('2026-11-04T09:00'), own([]));
    expect(timelinessOf(logged('2026-11-04T09:00'), own([opened({ lastDay: '2026-11-03' })]))).toEqual(unchanged);
  });

  it('has longer by an outage before the new last day, and is open while it goes on', () => {
    const outage = (endsAt: string | null) => [
      { kind: 'unplanned' as const, startsAt: '2026-11-20T14:00:00.000Z', endsAt, reason: '' },
    ];
    // Friday night; the next working day after its end is Monday the 23rd.
    const over = timelinessOf(logged('2026-11-20T09:00'), own([opened()], outage('2026-11-20T15:30:00.000Z')));
    expect(over).toMatchObject({ deadline: '2026-11-23T16:00:00.000Z', reopened: { lastDay: '2026-11-20' } });
    expect(timelinessOf(logged('2026-11-20T09:00'), own([opened()], outage(null))).deadline).toBeNull();
  });
});

it('a last day that is opened again by the days of the agency is the new one', () => {
  const rules = withExtensions(rulesWith([opened({ filling: 'assessment' })]), {
    employeeId: 'budi',
    assignments: [post],
  });
  expect(movedDay('2026-11-14', rules, { filling: 'assessment', day: '2026-11-04' })).toMatchObject({
    ...{ until: '2026-11-20', reopened: { reason: 'Bertugas di hulu' } },
  });
  expect(movedDay('2026-11-24', rules, { filling: 'assessment', day: '2026-11-04' })).toEqual({
    ...{ until: '2026-11-24', movedBy: null },
  });
});
