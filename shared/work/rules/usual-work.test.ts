import { describe, expect, it } from 'vitest';
import { freeTime, usualWork, workKey } from './usual-work.ts';

const TODAY = '2026-11-26';
let made = 0;
const entry = (date: string, fields: object = {}) => ({
  ...{ date, title: 'Uji berkala', description: 'Kendaraan barang', resultId: 'r1', quantity: 14, unit: 'kendaraan' },
  ...{
    minutes: 150,
    start: '08:30',
    end: '11:00',
    createdAt: `2026-11-01T00:00:00.${String(made++).padStart(3, '0')}Z`,
  },
  ...fields,
});
const usual = (logged: ReturnType<typeof entry>[], results = ['r1', 'r2']) =>
  usualWork(logged, { today: TODAY, results, most: 5 });
const titles = (logged: ReturnType<typeof entry>[], results?: string[]) =>
  usual(logged, results).map((one) => one.title);

describe('the usual work', () => {
  it('is as it was logged last, and of the middle length', () => {
    const logged = [
      entry('2026-11-23', { minutes: 120 }),
      entry('2026-11-24', { minutes: 90 }),
      entry('2026-11-25', { title: 'uji  Berkala', quantity: 9, minutes: 200, start: '09:00', end: '12:20' }),
    ];
    expect(usual(logged)).toEqual([
      {
        ...{
          key: workKey(entry('2026-11-25')),
          title: 'uji  Berkala',
          description: 'Kendaraan barang',
          resultId: 'r1',
        },
        ...{ quantity: 9, unit: 'kendaraan', minutes: 120, start: '09:00' },
      },
    ]);
  });

  it('comes in the order in which it is likely, and not at more than so many', () => {
    const often = ['2026-11-20', '2026-11-23', '2026-11-24'].map((day) => entry(day, { title: 'Piket' }));
    const long = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04'].map((day) => entry(day, { title: 'Rapat' }));
    expect(titles([...long, ...often])).toEqual(['Piket', 'Rapat']);
    expect(usualWork([...long, ...often], { today: TODAY, results: ['r1'], most: 1 })).toHaveLength(1);
  });

  it('was done on two days, where anything was', () => {
    const once = entry('2026-11-25', { title: 'Upacara' });
    expect(titles([once, entry('2026-11-24'), entry('2026-11-25')])).toEqual(['Uji berkala']);
    expect(titles([once])).toEqual(['Upacara']);
  });

  it('of today is not asked for', () => {
    expect(titles([entry(TODAY), entry(TODAY)])).toEqual([]);
  });

  it('goes to an RHK that the day can support: its own, one it had before, or the only one', () => {
    const moved = [entry('2026-11-23', { resultId: 'r2' }), entry('2026-11-24', { resultId: 'ended' })];
    expect(usual(moved)[0]?.resultId).toBe('r2');
    expect(usual(moved, ['r9'])[0]?.resultId).toBe('r9');
    expect(usual(moved, ['r8', 'r9'])).toEqual([]);
    expect(usual(moved, [])).toEqual([]);
  });

  it('counted in another unit is another work', () => {
    const both = ['2026-11-23', '2026-11-24'].flatMap((day) => [entry(day), entry(day, { unit: 'berkas' })]);
    expect(usual(both)).toHaveLength(2);
  });
});

describe('the free time of a day', () => {
  const work = { start: '08:30', minutes: 150 };
  const hours = { start: '07:30' };
  const span = (start: string, end: string) => ({ start, end, minutes: 0 });
  it.each([
    ['is the usual one, on an empty day', [], '08:30', '11:00'],
    ['is the usual one, beside others', [span('07:30', '08:30'), span('11:00', '12:00')], '08:30', '11:00'],
    ['is the first gap from the beginning of work on', [span('10:00', '12:00')], '07:30', '10:00'],
    ['is after what is there', [span('08:00', '09:00')], '09:00', '11:30'],
    ['skips a gap that is too short', [span('08:00', '09:00'), span('10:00', '13:00')], '13:00', '15:30'],
    ['does not look at entries of a length alone', [{ start: null, end: null, minutes: 600 }], '08:30', '11:00'],
    ['does not reach into the next day', [span('07:00', '22:00')], null, null],
    ['does not lie in a night duty', [span('07:00', '06:00')], null, null],
  ])('%s', (_what, taken, start, end) => {
    expect(freeTime(work, taken, hours)).toEqual({ start, end });
  });
  it('is none for work that is told by its length', () => {
    expect(freeTime({ start: null, minutes: 60 }, [], hours)).toEqual({ start: null, end: null });
  });
  it('on a day without working hours begins at the usual time', () => {
    expect(freeTime(work, [span('08:30', '09:00')], null)).toEqual({ start: '09:00', end: '11:30' });
  });
});
