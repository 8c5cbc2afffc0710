// A list of holidays as somebody pastes it: a line for each day, "2027-01-01; Tahun Baru" or with a third part that says
// that it is joint leave.

import type { Holiday } from '#shared/rules/holidays.ts';

/** The number of the first line that cannot be read, from 1; else the days. */
export function parseHolidays(text: string): { days: Holiday[] } | { wrongLine: number } {
  const days: Holiday[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    const [written = '', name = '', kind = ''] = line.split(/[;\t]/).map((part) => part.trim());
    const date = plainDateOf(written);
    if (!date || !name) return { wrongLine: index + 1 };
    days.push({ date, name, kind: /cuti/i.test(kind) || /^cuti bersama/i.test(name) ? 'cuti-bersama' : 'libur' });
  }
  return { days };
}

/** Of 2027-01-31 or 31-01-2027. */
function plainDateOf(written: string): string | null {
  const parts =
    /^(\d{4})-(\d\d)-(\d\d)$/.exec(written)?.slice(1) ??
    /^(\d\d)[-/](\d\d)[-/](\d{4})$/.exec(written)?.slice(1).reverse();
  const date = parts?.join('-') ?? '';
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
}
