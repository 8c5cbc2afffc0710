// Bahasa Indonesia: pictures of the month and the year, and their tables.

import { formatDay, formatDuration, formatMonth, formatNumber, formatPercent, formatRupiah } from './format.ts';

export const pictures = {
  title: 'Ringkasan',
  month: 'Bulan',
  table: 'Lihat angkanya',
  progress: {
    title: 'Capaian terhadap rencana bulan ini',
    note: 'Hanya hasil yang dihitung jumlahnya, dari kegiatan yang sudah disetujui. Garis tegak: rencana sebulan.',
    none: 'Belum ada SKP yang disetujui untuk bulan ini',
    columns: ['Indikator', 'Tercapai', 'Rencana bulan ini', 'Bagian'],
    of: (reached: number, target: number, unit: string) =>
      `${formatNumber(reached)} dari ${formatNumber(target)} ${unit}`,
  },
  days: {
    title: 'Menit kerja tiap hari',
    note: 'Yang tercatat dan dihitung, apa pun keadaannya. Garis: menit yang diminta.',
    columns: ['Hari', 'Tercatat', 'Diminta'],
    sum: (minutes: number, days: number) => `${formatDuration(minutes)} pada ${formatNumber(days)} hari`,
    of: (date: string, minutes: number) => `${formatDay(date)}: ${formatDuration(minutes)}`,
  },
  parts: {
    title: 'TPP bulan ini dari mana',
    columns: ['Bagian', 'Rupiah'],
    productivity: 'Produktivitas',
    discipline: 'Disiplin',
    notReached: 'Belum atau tidak tercapai',
    others: 'Ketentuan lain dan pembulatan',
    adjustments: 'Koreksi bulan lalu',
    total: 'Diterima',
    slip: 'Lihat slip',
    rupiah: (amount: string) => formatRupiah(amount, 0),
  },
  year: {
    title: (year: string) => `Tahun ${year}`,
    note: 'Jam kegiatan yang disetujui, predikat evaluasi, dan TPP tiap bulan.',
    hours: (minutes: number) => (minutes === 0 ? 'tanpa kegiatan' : formatDuration(minutes)),
    unrated: 'belum final',
    ahead: 'belum tiba',
    of: (month: string) => formatMonth(month),
  },
  team: {
    title: 'Menit kerja tim',
    note: 'Menit kegiatan yang tercatat tiap orang tiap hari. Makin gelap, makin banyak.',
    person: 'Pegawai',
    sum: 'Jumlah',
    none: 'Tidak ada bawahan hari ini',
    cell: (name: string, date: string, minutes: number) =>
      `${name}, ${formatDay(date)}: ${formatNumber(minutes)} menit`,
    legend: ['0', '1–120', '121–240', '241–360', 'lebih dari 360 menit'],
  },
  percent: formatPercent,
};
