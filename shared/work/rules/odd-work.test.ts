import { describe, expect, it } from 'vitest';
import { odditiesOf, type WrittenWork } from './odd-work.ts';

const work = (of: Partial<WrittenWork> = {}): WrittenWork => ({
  ...{ id: 'a', title: 'Uji berkala', date: '2026-11-24', start: '08:00', end: '10:00', minutes: 120 },
  ...{ writtenAt: '2026-11-24T16:00:00', ...of },
});
const lasting = (minutes: number, of: Partial<WrittenWork> = {}) => work({ start: null, end: null, minutes, ...of });
const names = (entry: WrittenWork, others: WrittenWork[] = []) => odditiesOf(entry, others).map(({ is }) => is);

describe('an entry', () => {
  it('of ordinary work is not odd, in whatever order it stands with others', () => {
    expect(odditiesOf(work(), [work({ id: 'b', start: '10:00', end: '12:00' }), lasting(60, { id: 'c' })])).toEqual([]);
  });

  it.each([
    ['ended before it was written', { end: '16:00' }, []],
    ['ends within half an hour', { end: '16:30' }, []],
    ['ends later', { start: '16:00', end: '16:31', minutes: 31 }, ['ahead']],
    ['is of tomorrow', { date: '2026-11-25' }, ['ahead']],
    ['is night duty that has not ended', { start: '15:00', end: '02:00', minutes: 660 }, ['ahead']],
    [
      'is night duty of yesterday',
      { date: '2026-11-23', start: '22:00', end: '06:00', minutes: 480, writtenAt: '2026-11-24T06:00' },
      [],
    ],
  ])('that %s', (_what, of, odd) => {
    expect(names(work(of))).toEqual(odd);
  });

  it.each([
    ['12 hours', 720, []],
    ['a minute more', 721, ['long']],
  ])('that lasts %s', (_what, minutes, odd) => {
    expect(names(lasting(minutes, { writtenAt: '2026-11-25T08:00' }))).toEqual(odd);
  });

  it.each([
    ['ends as it begins', { start: '07:00', end: '08:00', minutes: 60 }, []],
    ['begins as it ends', { start: '10:00', end: '11:00', minutes: 60 }, []],
    ['ends in it', { start: '07:00', end: '08:01', minutes: 61 }, ['overlapping']],
    ['lies in it', { start: '09:00', end: '09:30', minutes: 30 }, ['overlapping']],
    ['is night duty into it', { date: '2026-11-23', start: '22:00', end: '08:30', minutes: 630 }, ['overlapping']],
    ['has no clock', { start: null, end: null }, []],
  ])('beside another one that %s', (_what, of, odd) => {
    expect(names(work(), [work({ id: 'b', title: 'Rapat', ...of })])).toEqual(odd);
  });

  it('names the other one that it overlaps', () => {
    expect(odditiesOf(work(), [work({ id: 'b', title: 'Rapat' })])).toEqual([{ is: 'overlapping', title: 'Rapat' }]);
  });

  it('has more minutes with the others than the day had been long when the last of them was written', () => {
    const early = { writtenAt: '2026-11-24T09:00' };
    expect(names(lasting(540, early))).toEqual([]);
    expect(odditiesOf(lasting(541, early), [])).toEqual([{ is: 'more-than-the-day', minutes: 541, day: 540 }]);
    expect(names(lasting(300, early), [lasting(300, { id: 'b', ...early })])).toEqual(['more-than-the-day']);
    // Written in the afternoon, the other one had its time.
    expect(names(lasting(300, early), [lasting(300, { id: 'b' })])).toEqual([]);
    // Of another day.
    expect(names(lasting(300, early), [lasting(300, { id: 'b', date: '2026-11-23', ...early })])).toEqual([]);
  });

  it('has more minutes with the others than any day', () => {
    const late = { writtenAt: '2026-11-30T09:00' };
    expect(
      odditiesOf(lasting(720, late), [lasting(720, { id: 'b', ...late }), lasting(1, { id: 'c', ...late })]),
    ).toEqual([{ is: 'more-than-the-day', minutes: 1441, day: 1440 }]);
  });
});
