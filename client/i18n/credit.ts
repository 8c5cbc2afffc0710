// Bahasa Indonesia: credit points (angka kredit) of functional posts. They come with their screens and papers.

import type { Credit } from '#shared/evaluation/rules/conversion.ts';
import type { FunctionalLevel } from '#shared/evaluation/rules/credit.ts';
import { formatMonth, formatNumber, formatPoints } from './format.ts';

const levels: Record<FunctionalLevel, string> = {
  'ahli pertama': 'Ahli Pertama',
  'ahli muda': 'Ahli Muda',
  'ahli madya': 'Ahli Madya',
  'ahli utama': 'Ahli Utama',
  pemula: 'Pemula',
  terampil: 'Terampil',
  mahir: 'Mahir',
  penyelia: 'Penyelia',
};

const monthName = (month: string) => formatMonth(month).replace(/ \d{4}$/, '');

/** Januari s.d. Maret, Mei; `months`: YYYY-MM, in order. */
export function monthsName(months: readonly string[]): string {
  const runs: string[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    const goesOn = run && Number(month.slice(5)) === Number(run.at(-1)?.slice(5)) + 1;
    if (goesOn) run.push(month);
    else runs.push([month]);
  }
  return runs
    .map((run) => [run[0] ?? '', run.at(-1) ?? ''])
    .map(([first = '', last = '']) =>
      first === last ? monthName(first) : `${monthName(first)} s.d. ${monthName(last)}`,
    )
    .join(', ');
}

function credited(credit: Credit): string {
  switch (credit.is) {
    case 'given':
      return `Angka kredit ${formatPoints(credit.points)} untuk ${credit.months} bulan`;
    case 'open':
      return 'Angka kredit dihitung setelah keberatan diputus.';
    default:
      return 'Angka kredit bulan ini sudah termasuk dalam evaluasi yang lebih panjang, misalnya evaluasi tahunan.';
  }
}

export const credit = {
  levels,
  title: 'Angka kredit',
  note: 'Dari predikat evaluasi yang sudah final. Satu tahun paling banyak dihitung 12 bulan.',
  short: 'Dari predikat evaluasi, untuk kenaikan pangkat dan jenjang',
  of: (name: string) => `Angka kredit ${name}`,
  credited,
  total: (level: string) => `Jumlah sebagai ${level}`,
  span: (first: string, last: string, months: number) =>
    `${first === last ? formatMonth(first) : `${formatMonth(first)} s.d. ${formatMonth(last)}`}, ${months} bulan`,
  /** 100 % × 12,5 × 2/12 */
  formula: (percent: number, coefficient: number, months: number) =>
    `${percent} % × ${formatNumber(coefficient)}${months < 12 ? ` × ${months}/12` : ''}`,
  years: 'Tahun pada Akumulasi',
  from: 'Dari',
  until: 'Sampai',
  conversionsAt: 'Konversi dibuat dari evaluasinya masing-masing: buka salah satu di bawah.',
  open: 'Menunggu putusan keberatan',
  earlier: 'Jenjang sebelumnya tidak ikut dijumlahkan: angka kredit dimulai lagi pada jenjang yang baru.',
  outside: 'Angka kredit sebelum memakai aplikasi ini, misalnya hasil penyesuaian, tidak ada di sini.',
  none: 'Belum ada angka kredit',
  noneNote: 'Angka kredit muncul setelah evaluasi seorang PNS dalam jabatan fungsional menjadi final.',
  see: 'Lihat semua angka kredit',
};
