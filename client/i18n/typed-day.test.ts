import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { days as words } from './days.ts';
import {
  type DayProblem,
  isDay,
  isMoment,
  isTime,
  readDay,
  readMoment,
  readTime,
  type TimeProblem,
  typedDay,
  typedMoment,
  typedTime,
} from './typed-day.ts';

const TODAY = '2026-11-26';

const understood: [typed: string, day: string][] = [
  ['24/11/2026', '2026-11-24'],
  ['24-11-2026', '2026-11-24'],
  ['24.11.2026', '2026-11-24'],
  ['24 11 2026', '2026-11-24'],
  ['24112026', '2026-11-24'],
  ['241126', '2026-11-24'],
  ['24-11-26', '2026-11-24'],
  ['24/11/26', '2026-11-24'],
  ['24/11/98', '1998-11-24'],
  ['24/11', '2026-11-24'],
  ['2411', '2026-11-24'],
  ['1/2/2026', '2026-02-01'],
  [' 6 / 10 / 2026 ', '2026-10-06'],
  ['２４／１１／２０２６', '2026-11-24'],
  // The nearest such day: in November one speaks of the January that comes and the June that was.
  ['5/1', '2027-01-05'],
  ['10/6', '2026-06-10'],
  ['29/2', '2028-02-29'],
  ['24 November 2026', '2026-11-24'],
  ['Selasa, 24 November 2026', '2026-11-24'],
  ["Jum'at, 27 Nov 2026", '2026-11-27'],
  ['24 nop 26', '2026-11-24'],
  ['17 agustus', '2026-08-17'],
  ['17-Agt-2026', '2026-08-17'],
  // As another program, or an earlier version of this one, wrote it.
  ['2026-11-24', '2026-11-24'],
  ['29/02/2028', '2028-02-29'],
];

const wrong: [typed: string, problem: DayProblem][] = [
  ['31/02/2026', { why: 'day-of-month', day: 31, month: '2026-02' }],
  ['29/02/2026', { why: 'day-of-month', day: 29, month: '2026-02' }],
  ['31/02', { why: 'day-of-month', day: 31, month: '2026-02' }],
  ['0/11/2026', { why: 'day-of-month', day: 0, month: '2026-11' }],
  ['11/24/2026', { why: 'month', month: 24 }],
  ['11242026', { why: 'month', month: 24 }],
  ['24/00/2026', { why: 'month', month: 0 }],
  ['24/11/0026', { why: 'year', year: 26 }],
  ['0026-11-24', { why: 'year', year: 26 }],
  ['24/11/1899', { why: 'year', year: 1899 }],
  ['24/11/2201', { why: 'year', year: 2201 }],
  ['24/11/202', { why: 'day' }],
  ['24', { why: 'day' }],
  ['besok', { why: 'day' }],
  ['24 nonember 2026', { why: 'day' }],
  ['24112026080', { why: 'day' }],
];

describe('a day that somebody types', () => {
  const asked = (typed: string) => (typed === '29/2' ? '2027-11-26' : TODAY);

  it.each(understood)('%s is %s', (typed, day) => {
    expect(readDay(typed, asked(typed))).toEqual({ is: 'understood', value: day });
  });

  it.each(wrong)('%s is not taken, and it is said why', (typed, problem) => {
    expect(readDay(typed, TODAY)).toEqual({ is: 'wrong', problem });
    expect(words.problem(problem)).toMatch(/\.$/);
  });

  it.each([
    ['10/3', '2026-03-10'],
    ['5/1', '2026-01-05'],
    ['26/11', '2026-11-26'],
    ['27/11', '2025-11-27'],
  ])('%s is %s where it must have been', (typed, day) => {
    expect(readDay(typed, TODAY, TODAY)).toEqual({ is: 'understood', value: day });
  });

  it('is nothing where nothing stands', () => {
    expect([readDay('', TODAY), readDay('  ', TODAY)]).toEqual([{ is: 'nothing' }, { is: 'nothing' }]);
  });

  it('is the same day when a field that begins with it is read, whenever that is', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (date, today) => {
        for (const typed of [date, typedDay(date), typedDay(date).replaceAll('/', '')]) {
          expect(readDay(typed, today)).toEqual({ is: 'understood', value: date });
        }
      }),
    );
    expect(typedDay('2026-10-06')).toBe('06/10/2026');
  });

  it('answers any text, and with a day or nothing else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const read of [readDay(text, TODAY), readMoment(text, TODAY), readTime(text)]) {
          if (read.is === 'understood') expect([isDay, isMoment, isTime].some((is) => is(read.value))).toBe(true);
          else expect(['nothing', 'wrong']).toContain(read.is);
        }
      }),
    );
  });

  it.each(['0026-10-06', '1899-12-31', '2201-01-01', '12026-10-06', '2026-02-30', '', '06/10/2026'])(
    '%s is not stored as one',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(isMoment(`${text}T08:00`)).toBe(false);
    },
  );
});

type Pair = [typed: string, time: string];

describe('a time that somebody types', () => {
  it.each<Pair>([
    ...['8', '08', '8.00', '8:00', '8,00', '0800', '800', ' 08.00 ', '08 00'].map((typed): Pair => [typed, '08:00']),
    ['0', '00:00'],
    ['00.00', '00:00'],
    ['2359', '23:59'],
    ['1330', '13:30'],
    ['130', '01:30'],
  ])('%s is %s', (typed, time) => {
    expect(readTime(typed)).toEqual({ is: 'understood', value: time });
  });

  it.each<[string, TimeProblem]>([
    ['24.00', { why: 'hour', hour: 24 }],
    ['25', { why: 'hour', hour: 25 }],
    ['8.60', { why: 'minute', minute: 60 }],
    ['8.5', { why: 'time' }],
    ['8 pagi', { why: 'time' }],
    ['12345', { why: 'time' }],
    ['8:00 PM', { why: 'time' }],
  ])('%s is not taken, and it is said why', (typed, problem) => {
    expect(readTime(typed)).toEqual({ is: 'wrong', problem });
    expect(words.problem(problem)).toMatch(/\.$/);
  });

  it('is the same time when a field that begins with it is read', () => {
    expect(readTime(typedTime('08:05'))).toEqual({ is: 'understood', value: '08:05' });
  });
});

describe('a day with its time that somebody types', () => {
  it.each([
    '24/11/2026 08.00',
    '24/11/2026 8:00',
    '24-11-26 0800',
    '24/11 8',
    '241120260800',
    '24 November 2026 08.00',
    '2026-11-24T08:00',
    typedMoment('2026-11-24T08:00'),
  ])('%s is understood', (typed) => {
    expect(readMoment(typed, TODAY)).toEqual({ is: 'understood', value: '2026-11-24T08:00' });
  });

  it.each<[string, DayProblem]>([
    ['24/11/2026', { why: 'no-time' }],
    ['24112026', { why: 'no-time' }],
    ['31/02/2026 08.00', { why: 'day-of-month', day: 31, month: '2026-02' }],
    ['24/11/2026 25.00', { why: 'hour', hour: 25 }],
    ['0026-11-24T08:00', { why: 'year', year: 26 }],
    ['besok pagi', { why: 'day' }],
  ])('%s is not taken, and it is said why', (typed, problem) => {
    expect(readMoment(typed, TODAY)).toEqual({ is: 'wrong', problem });
    expect(words.problem(problem)).toMatch(/\.$/);
  });
});
