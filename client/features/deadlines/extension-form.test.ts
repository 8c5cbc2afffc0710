import { describe, expect, it } from 'vitest';
import { argsTyped, emptyExtension, periodsToOpen } from './extension-form.ts';

const today = '2026-11-26';
const typed = (fields: object) => argsTyped({ ...emptyExtension(today), targetId: 'budi', reason: 'Sakit', ...fields });

describe('what is opened again', () => {
  it('of work are the days that are typed', () => {
    expect(typed({ from: '2026-11-02', until: '2026-11-06' })).toEqual({
      ...{ filling: 'work', target: { level: 'person', targetId: 'budi' }, from: '2026-11-02', until: '2026-11-06' },
      ...{ lastDay: '2026-12-03', reason: 'Sakit' },
    });
  });

  it('of an evaluation are all days of its period, of a plan those of its year', () => {
    expect(typed({ filling: 'rating', period: '2026-Q3' })).toMatchObject({ from: '2026-07-01', until: '2026-09-30' });
    expect(typed({ filling: 'plan', period: '2026' })).toMatchObject({ from: '2026-01-01', until: '2026-12-31' });
  });

  it('is nothing before it is chosen, and for nobody before a person is', () => {
    expect(typed({ filling: 'rating' })).toMatchObject({ from: undefined, until: undefined });
    expect(typed({ targetId: '' }).target).toBeUndefined();
  });
});

it('offers the periods that have begun, the latest first', () => {
  const months = periodsToOpen('assessment', { today, cycle: 'monthly' });
  expect([months[0], months.at(-1), months.length]).toEqual(['2026-11', '2025-01', 23]);
  expect(periodsToOpen('rating', { today, cycle: 'quarterly' }).slice(0, 2)).toEqual(['2026-Q4', '2026-Q3']);
  expect(periodsToOpen('plan', { today, cycle: 'monthly' })).toEqual(['2026', '2025']);
});
