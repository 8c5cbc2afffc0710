// The day and the time of an instant in a time zone, for machines. They are read from the parts that Intl names, never
// from a text that a locale writes: that is a habit of the engine's data (en-CA is 2026-11-26 in one, 11/26/2026 with
// the data of ICU 72), and nobody promised it.

/** YYYY-MM-DD. An instant in ISO 8601, or in milliseconds since 1970. */
export const plainDate = (instant: string | number, timeZone: string): string =>
  plainDateTime(instant, timeZone).slice(0, 10);

/** YYYY-MM-DDTHH:MM:SS */
export function plainDateTime(instant: string | number, timeZone: string): string {
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  const digits = (type: Intl.DateTimeFormatPartTypes, length = 2) => (parts.get(type) ?? '').padStart(length, '0');
  // Some engines count the first hour of a day as 24.
  const hour = parts.get('hour') === '24' ? '00' : digits('hour');
  return `${digits('year', 4)}-${digits('month')}-${digits('day')}T${hour}:${digits('minute')}:${digits('second')}`;
}

/** Whatever the person's settings are: the calendar and the digits of ISO 8601. */
const ISO_WORDS = 'en-u-ca-gregory-nu-latn';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
    format = new Intl.DateTimeFormat(ISO_WORDS, { timeZone, ...parts, second: '2-digit', hourCycle: 'h23' });
    formats.set(timeZone, format);
  }
  return format;
}
