// A list of holidays as somebody pastes it: a line for each day, "2027-01-01; Tahun Baru" or with a third part that says
// that it is joint leave.

import { dayInList } from '#client/i18n/typed-day.ts';
import type { Holiday } from '#shared/rules/holidays.ts';

/** The number of the first line that cannot be read, from 1; else the days. */
export function parseHolidays(text: string): { days: Holiday[] } | { wrongLine: number } {
  const days: Holiday[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    const [written = '', name = '', kind = ''] = line.split(/[;\t]/).map((part) => part.trim());
    const date = dayInList(written);
    if (!date || !name) return { wrongLine: index + 1 };
    days.push({ date, name, kind: /cuti/i.test(kind) || /^cuti bersama/i.test(name) ? 'cuti-bersama' : 'libur' });
  }
  return { days };
}
