/** Plain date of an instant in a time zone, YYYY-MM-DD. */
export function plainDate(instant: string, timeZone: string): string {
  let format = dateFormats.get(timeZone);
  if (!format) dateFormats.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })));
  return format.format(new Date(instant));
}
const dateFormats = new Map<string, Intl.DateTimeFormat>();
