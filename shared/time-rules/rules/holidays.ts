// Holidays and joint leave. Source of 2026: joint decree of three ministers (SKB) 1497/2025, 2/2025 and 5/2025. Later
// years come as rows of the agency's calendar, which also changes a day that is shipped.

/** libur: national holiday; cuti-bersama: joint leave; kerja: a shipped holiday that is worked after all. */
export type HolidayKind = 'libur' | 'cuti-bersama' | 'kerja';

export interface Holiday {
  date: string;
  kind: HolidayKind;
  name: string;
}

const holiday = (date: string, name: string): Holiday => ({ date, kind: 'libur', name });
const jointLeave = (date: string, name: string): Holiday => ({ date, kind: 'cuti-bersama', name });

export const SHIPPED_HOLIDAYS: readonly Holiday[] = [
  holiday('2026-01-01', 'Tahun Baru 2026 Masehi'),
  holiday('2026-01-16', 'Isra Mikraj Nabi Muhammad SAW'),
  jointLeave('2026-02-16', 'Cuti bersama Tahun Baru Imlek'),
  holiday('2026-02-17', 'Tahun Baru Imlek 2577 Kongzili'),
  jointLeave('2026-03-18', 'Cuti bersama Hari Suci Nyepi'),
  holiday('2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)'),
  jointLeave('2026-03-20', 'Cuti bersama Idulfitri'),
  holiday('2026-03-21', 'Idulfitri 1447 Hijriah'),
  holiday('2026-03-22', 'Idulfitri 1447 Hijriah'),
  jointLeave('2026-03-23', 'Cuti bersama Idulfitri'),
  jointLeave('2026-03-24', 'Cuti bersama Idulfitri'),
  holiday('2026-04-03', 'Wafat Yesus Kristus'),
  holiday('2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'),
  holiday('2026-05-01', 'Hari Buruh Internasional'),
  holiday('2026-05-14', 'Kenaikan Yesus Kristus'),
  jointLeave('2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus'),
  holiday('2026-05-27', 'Iduladha 1447 Hijriah'),
  jointLeave('2026-05-28', 'Cuti bersama Iduladha'),
  holiday('2026-05-31', 'Hari Raya Waisak 2570 BE'),
  holiday('2026-06-01', 'Hari Lahir Pancasila'),
  holiday('2026-06-16', '1 Muharam Tahun Baru Islam 1448 Hijriah'),
  holiday('2026-08-17', 'Proklamasi Kemerdekaan'),
  holiday('2026-08-25', 'Maulid Nabi Muhammad SAW'),
  jointLeave('2026-12-24', 'Cuti bersama Kelahiran Yesus Kristus'),
  holiday('2026-12-25', 'Kelahiran Yesus Kristus'),
];

/** The holidays by date: what is shipped, changed by the agency's own days. */
export function holidaysBy(own: readonly Holiday[]): Map<string, Holiday> {
  return new Map([...SHIPPED_HOLIDAYS, ...own].map((day) => [day.date, day]));
}
