import { expect, it } from 'vitest';
import { parseHolidays } from './holiday-list.ts';

it('is read line by line, in both ways of writing a date', () => {
  const text = '2027-01-01; Tahun Baru 2027\n\n09-03-2027\tCuti bersama Nyepi\n10/03/2027; Idulfitri; cuti bersama\n';
  expect(parseHolidays(text)).toEqual({
    days: [
      { date: '2027-01-01', name: 'Tahun Baru 2027', kind: 'libur' },
      { date: '2027-03-09', name: 'Cuti bersama Nyepi', kind: 'cuti-bersama' },
      { date: '2027-03-10', name: 'Idulfitri', kind: 'cuti-bersama' },
    ],
  });
});

it.each([
  ['2027-02-30; Tidak ada', 1],
  ['2027-01-01; Tahun Baru\n2027-01-02', 2],
  ['besok; Libur', 1],
  ['01-01-0027; Tahun Baru', 1],
])('names the first line it cannot read: %j', (text, wrongLine) => {
  expect(parseHolidays(text)).toEqual({ wrongLine });
});
