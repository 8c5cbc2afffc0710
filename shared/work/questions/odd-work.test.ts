import { describe, expect, it } from 'vitest';
import type { EmployeeId } from '#shared/people/tables.ts';
import { workScope } from '#shared/scopes.ts';
import type { Actor } from '#shared/sync/mutation.ts';
import { ask, type Question } from '#shared/sync/question.ts';
import { isNamedBy } from '#shared/sync/row-set.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import type { Activity } from '../tables.ts';
import { oddWork, type WorkOfDays, workAround } from './odd-work.ts';

const ME = 'p' as EmployeeId;

function activity(id: string, of: Partial<Activity>): Partial<Activity> {
  return {
    ...{ id, scope: workScope(ME), version: 1, title: id, date: '2026-11-24', start: null, end: null, minutes: 60 },
    // 16.00 in Amuntai.
    ...{ createdAt: '2026-11-24T08:00:00.000Z', editedAt: null, submittedAt: null, ...of },
  };
}

const answerTo = <Answer>(question: Question<WorkOfDays, Answer>, entries: Partial<Activity>[]) =>
  ask(question, {
    args: { employeeId: ME, from: '2026-11-24', until: '2026-11-24' },
    asking: {
      ...{
        actor: { id: ME, timeZone: 'Asia/Makassar' } as Actor,
        today: '2026-11-26',
        now: '2026-11-26T01:00:00.000Z',
      },
    },
    load: async (reads) =>
      entries
        .filter((row) => reads.some((read) => read.scope === row.scope && isNamedBy(read, row as unknown as SyncRow)))
        .map((row) => ({ table: 'activity', row: row as unknown as SyncRow })),
  });

describe('what is odd about the entries of some days', () => {
  it('is told of those days alone, with the days beside them in sight', async () => {
    const entries = [
      activity('night', { date: '2026-11-23', start: '22:00', end: '06:00', minutes: 480 }),
      activity('morning', { start: '05:00', end: '07:00', minutes: 120 }),
      activity('noon', { start: '12:00', end: '13:00' }),
      activity('long ago', { date: '2026-11-01', minutes: 1400 }),
    ];
    expect(await answerTo(oddWork, entries)).toEqual(new Map([['morning', [{ is: 'overlapping', title: 'night' }]]]));
    expect((await answerTo(workAround, entries))?.map(({ id }) => id)).toEqual(['night', 'morning', 'noon']);
  });

  it('is seen from when it was last written or sent, by the clock of the agency', async () => {
    const late = { start: '17:00', end: '18:00' };
    expect(await answerTo(oddWork, [activity('early', late)])).toEqual(new Map([['early', [{ is: 'ahead' }]]]));
    const sent = activity('sent', { ...late, submittedAt: '2026-11-24T10:00:00.000Z' });
    expect(await answerTo(oddWork, [sent])).toEqual(new Map());
    const edited = activity('edited', { ...late, editedAt: '2026-11-24T10:00:00.000Z' });
    expect(await answerTo(oddWork, [edited])).toEqual(new Map());
  });
});
