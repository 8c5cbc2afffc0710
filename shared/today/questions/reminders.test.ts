import { describe, expect, it } from 'vitest';
import type { Asking } from '#shared/sync/question.ts';
import { answerTo, type StoredRow, stored } from '#shared/testing/rows-to-ask.ts';
import { reminders } from './reminders.ts';

const agency = 'a:dishub';
const post = (employeeId: string, supervisorId: string | null) =>
  stored('assignment', {
    ...{ id: `post-${employeeId}`, scope: agency, employeeId, unitId: 'u', kind: 'definitive', supervisorId },
    ...{ validFrom: '2020-01-01', validUntil: null },
  });
const skp = (employeeId: string, validFrom = '2026-10-01') =>
  stored('skp', {
    ...{ id: `skp-${employeeId}`, scope: `p:${employeeId}`, employeeId, state: 'approved', edition: 1 },
    ...{ validFrom, validUntil: '2026-12-31' },
  });
/** Of all working days of the last weeks but one. */
const work = (but = '') =>
  Array.from({ length: 31 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`)
    .filter((date) => date !== but && date <= '2026-11-30')
    .concat(['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29', '2026-10-30'])
    .map((date) => stored('activity', { id: date, scope: 'w:budi', date, state: 'submitted' }));
const told = (state: 'assessed' | 'rated') =>
  stored('evaluation', { id: 'skp-budi.2026-10', scope: 'w:budi', state, skpId: 'skp-budi', period: '2026-10' });

// Ten in the morning of Thursday the 26th of November 2026.
const ask = async (rows: readonly StoredRow[], asking: Partial<Asking> = {}) =>
  (await answerTo(reminders, null, [post('budi', 'ani'), ...rows], asking)) ?? [];
const whole = [skp('budi'), ...work(), told('rated')];

it('where all is filled in nothing is reminded of', async () => {
  expect(await ask(whole)).toEqual([]);
});

describe('it is reminded', () => {
  it('of a plan that is lacking, also after its last day', async () => {
    expect(await ask(work())).toEqual([
      {
        ...{ filling: 'plan', count: 1, period: null, skpId: null },
        ...{ deadline: '2026-01-31T16:00:00.000Z', urgent: true },
      },
    ]);
  });

  it('of a period that is to be told: quietly at first, and three days before its last day so that it is seen', async () => {
    const rows = [skp('budi'), ...work()];
    const on = async (today: string) => (await ask(rows, { today, now: `${today}T02:00:00.000Z` })).at(-1);
    const assess = { filling: 'assessment', period: '2026-10', skpId: 'skp-budi' };
    expect(await on('2026-11-06')).toMatchObject({ ...assess, urgent: false, deadline: '2026-11-10T16:00:00.000Z' });
    expect(await on('2026-11-07')).toMatchObject({ ...assess, urgent: true });
  });

  it('of today once its hours are over, while it can be logged in time', async () => {
    const rows = [skp('budi'), ...work('2026-11-26'), told('rated')];
    expect(await ask(rows)).toEqual([]);
    expect(await ask(rows, { now: '2026-11-26T08:00:00.000Z' })).toMatchObject([
      { filling: 'work', count: 1, deadline: '2026-11-26T16:00:00.000Z', urgent: true },
    ]);
  });

  it('of an earlier day only while it was opened again, or an outage keeps it open', async () => {
    const rows = [skp('budi'), ...work('2026-11-19'), told('rated')];
    expect(await ask(rows)).toEqual([]);
    const longer = stored('extension', {
      ...{ id: 'x', scope: agency, filling: 'work', level: 'person', targetId: 'budi', reason: 'Sakit' },
      ...{ from: '2026-11-19', until: '2026-11-19', lastDay: '2026-11-27' },
    });
    expect(await ask([...rows, longer])).toMatchObject([{ filling: 'work', deadline: '2026-11-27T16:00:00.000Z' }]);
    const outage = stored('outage', {
      ...{ id: 'o', scope: agency, kind: 'declared', reason: 'Kabel', startsAt: '2026-11-19T01:00:00.000Z' },
      endsAt: null,
    });
    expect(await ask([...rows, outage])).toMatchObject([{ filling: 'work', deadline: null, urgent: false }]);
  });

  it('of what a superior may rate, a line for each period', async () => {
    const rows = [skp('budi'), ...work(), told('assessed'), post('cici', 'ani'), skp('cici'), post('ani', null)];
    const asking = { actor: { id: 'ani', tenant: 'dishub', timeZone: 'Asia/Makassar', roles: [] } };
    const ratings = (await ask(rows, asking)).filter(({ filling }) => filling === 'rating');
    expect(ratings).toMatchObject([
      { period: '2026-10', count: 2, deadline: '2026-11-20T16:00:00.000Z', urgent: true },
    ]);
    const early = { ...asking, today: '2026-11-05', now: '2026-11-05T02:00:00.000Z' };
    // Cici may still tell it herself.
    expect((await ask(rows, early)).filter(({ filling }) => filling === 'rating')).toMatchObject([{ count: 1 }]);
  });
});
