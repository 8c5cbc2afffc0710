import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatDeadline } from '#client/i18n/format.ts';
import { rulesOf } from '#shared/time-rules/rules/calendar.ts';
import { deadlineOf, instantOf } from '#shared/time-rules/rules/timeliness.ts';
import { plainDate, plainDateTime } from './plain-date.ts';

const REAL = Intl.DateTimeFormat;

/** Locale data that nobody promised otherwise: every locale is written by one habit, whatever it was in the last engine. */
function engineThatWrites(habit: string, quirk: (part: Intl.DateTimeFormatPart) => Intl.DateTimeFormatPart): void {
  class Strange extends REAL {
    readonly #asked: Intl.DateTimeFormat;

    constructor(locale?: string, options?: Intl.DateTimeFormatOptions) {
      super(locale, options);
      this.#asked = new REAL(locale?.includes('-u-') ? locale : habit, options);
    }

    override formatToParts = (date?: Date | number) => this.#asked.formatToParts(date).map(quirk);
    override format = (date?: Date | number) =>
      this.formatToParts(date)
        .map(({ value }) => value)
        .join('');
  }
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(Strange as never);
  vi.spyOn(Date.prototype, 'toLocaleString').mockImplementation(function (this: Date, _locale, options) {
    return new Strange('id-ID', options).format(this);
  });
}

const asItIs = (part: Intl.DateTimeFormatPart) => part;
/** Seen in browsers that counted the first hour of the day as the last of the day before. */
const hour24 = (part: Intl.DateTimeFormatPart) =>
  part.type === 'hour' && Number(part.value) === 0 ? { ...part, value: '24' } : part;

// A format is made once for a zone, so each engine is asked about zones of its own; all are eight hours before UTC.
const engines = [
  ['as most engines', 'Asia/Makassar', () => undefined],
  ['11/26/2026, as the data of ICU 72', 'Asia/Singapore', () => engineThatWrites('en-US', asItIs)],
  ['midnight as hour 24', 'Asia/Manila', () => engineThatWrites('sv-SE', hour24)],
  ['another calendar', 'Asia/Brunei', () => engineThatWrites('th-TH', asItIs)],
  ['other digits', 'Asia/Kuala_Lumpur', () => engineThatWrites('ar-EG', asItIs)],
] as const;

describe.each(engines)('where an engine writes dates %s', (_how, timeZone, begin) => {
  beforeEach(begin);
  afterEach(() => vi.restoreAllMocks());

  it('the day and the time of an instant are read as they are everywhere', () => {
    expect(plainDate('2026-11-25T15:59:59.999Z', timeZone)).toBe('2026-11-25');
    expect(plainDate('2026-11-25T16:00:00.000Z', timeZone)).toBe('2026-11-26');
    expect(plainDateTime('2026-11-25T16:00:00.000Z', timeZone)).toBe('2026-11-26T00:00:00');
    expect(plainDateTime('2026-02-03T00:05:09.000Z', timeZone)).toBe('2026-02-03T08:05:09');
  });

  it('a deadline falls on the same instant', () => {
    expect(instantOf('2026-11-24', '24:00', timeZone)).toBe(Date.parse('2026-11-24T16:00:00.000Z'));
    const outage = { startsAt: '2026-11-24T15:00:00.000Z', endsAt: '2026-11-24T17:00:00.000Z', reason: '' };
    const outages = [{ ...outage, kind: 'unplanned' as const }];
    const { deadline } = deadlineOf(
      '2026-11-24',
      rulesOf({ policies: [], holidays: [], workHours: [], units: [], outages, timeZone }),
    );
    expect(deadline).toBe(Date.parse('2026-11-26T16:00:00.000Z'));
  });

  it('a deadline at midnight is told as the end of its day', () => {
    expect(formatDeadline('2026-11-24T16:00:00.000Z', timeZone)).toMatch(/24[.:]00$/);
  });
});
