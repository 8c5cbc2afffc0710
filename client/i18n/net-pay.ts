// Bahasa Indonesia: how persons are paid and taxed, and what of a month arrives in their accounts.

import type { NetPay } from '#shared/allowance/api.ts';
import { HEALTH_SOURCE } from '#shared/allowance/rules/health-insurance.ts';
import type { YearAmounts } from '#shared/allowance/rules/net-pay.ts';
import { PAYEE_AMOUNTS, type PayeeField } from '#shared/allowance/rules/payee.ts';
import { TER_SOURCE } from '#shared/allowance/rules/ter.ts';
import { YEAR_TAX_SOURCE } from '#shared/allowance/rules/year-tax.ts';
import { formatMomentLong, formatMonth, formatNumber, formatRupiah } from './format.ts';

const fields: Record<PayeeField, string> = {
  ptkp: 'Status PTKP',
  npwp: 'NPWP',
  bank: 'Bank',
  account: 'Nomor rekening',
  salary: 'Penghasilan bruto dari daftar gaji',
  salaryTax: 'PPh 21 pada daftar gaji',
  insuredSalary: 'Gaji dasar iuran BPJS',
  extra: 'THR atau gaji ke-13 bulan ini',
  extraTax: 'PPh 21 pada THR atau gaji ke-13',
  yearPension: 'Iuran pensiun dan hari tua setahun',
  earlierGross: 'Penghasilan bruto bulan lain tahun ini',
  earlierTax: 'PPh 21 bulan lain tahun ini',
  tax: 'PPh 21 atas TPP bulan ini',
};
const listOf = (missing: readonly PayeeField[]) => missing.map((field) => fields[field]).join(', ');
/** "Januari, Februari": months of one year. */
const monthNames = (months: readonly string[]) => months.map((month) => formatMonth(month).split(' ')[0]).join(', ');

export const netPay = {
  title: 'Lembar bersih TPP',
  short: 'PPh 21, BPJS, dan yang masuk ke rekening',
  open: 'Buka lembar bersih',
  forbidden: 'Lembar ini hanya untuk bendahara.',
  notDrawn: 'Daftar TPP bulan ini belum disusun, jadi belum ada lembar bersihnya.',
  toPayroll: 'Buka daftar TPP',
  draft: 'Daftar belum disetujui: lembar ini bertanda DRAF.',
  net: 'Masuk ke rekening',
  people: (count: number) => `${formatNumber(count)} pegawai`,
  parts: {
    amount: 'TPP',
    adjustments: 'Koreksi bulan lain',
    total: 'Dibayar menurut daftar TPP',
    tax: 'PPh 21',
    employee: 'Iuran BPJS pegawai 1 %',
    employer: 'Iuran BPJS pemberi kerja 4 %, di luar TPP',
  },
  outside: (count: number) => `${formatNumber(count)} pegawai belum lengkap`,
  outsideNote: (total: string) =>
    `Barisnya tanpa angka dan tidak ikut dijumlahkan: ${formatRupiah(total)} dari daftar TPP.`,
  complete: 'Lengkapi data pembayaran',
  missing: (missing: readonly PayeeField[], openMonths: readonly string[]) =>
    `Belum ada: ${listOf(missing)}${openMonths.length > 0 ? ` (tanpa daftar TPP lengkap: ${monthNames(openMonths)})` : ''}`,
  checks: 'Pemeriksaan jumlah',
  checkNames: {
    gross: 'TPP + koreksi = dibayar',
    net: 'Masuk ke rekening + PPh 21 + iuran pegawai = dibayar',
    payroll: 'Dibayar + yang belum lengkap = daftar TPP',
  } satisfies Record<NetPay['checks'][number]['name'], string>,
  matches: (left: string) => `${formatRupiah(left)}, cocok`,
  differs: (left: string, right: string, off: string) =>
    `TIDAK COCOK: ${formatRupiah(left)} dan ${formatRupiah(right)}, selisih ${formatRupiah(off)}`,
  lines: 'Per pegawai',
  account: (bank: string | null, account: string | null) => [bank, account].filter((part) => part).join(' '),
  less: (tax: string, employee: string) =>
    `PPh 21 ${formatRupiah(tax)}${tax.startsWith('-') ? ' (lebih potong, dikembalikan)' : ''}, BPJS ${formatRupiah(employee)}`,
  ofYear: (year: YearAmounts) =>
    `Setahun: bruto ${formatRupiah(year.gross)} − biaya jabatan ${formatRupiah(year.costs)} − iuran pensiun ${formatRupiah(year.pension)} − PTKP ${formatRupiah(year.taxFree)} = kena pajak ${formatRupiah(year.taxable)}; PPh 21 ${formatRupiah(year.tax)}, sudah dipotong ${formatRupiah(year.before)}`,
  sources: `Tarif efektif PPh 21 menurut ${TER_SOURCE}; masa pajak terakhir menurut ${YEAR_TAX_SOURCE}; iuran BPJS Kesehatan menurut ${HEALTH_SOURCE}. Tarif – berarti PPh 21 dihitung setahun atau ditentukan bendahara. Angka tarif, pembulatan ke bawah ke rupiah penuh, dan pengembalian lebih potong adalah contoh: cocokkan dengan peraturannya.`,
  paper: {
    title: 'Lembar Bersih TPP',
    heading: ['DAFTAR PEMBAYARAN BERSIH', 'TAMBAHAN PENGHASILAN PEGAWAI'],
    section: 'PEMBAYARAN',
    year: 'PPH 21 SETAHUN, UNTUK MASA PAJAK TERAKHIR',
    yearColumns: {
      ...{ gross: 'BRUTO SETAHUN', costs: 'BIAYA JABATAN', pension: 'IURAN PENSIUN', taxFree: 'PTKP' },
      ...{ taxable: 'KENA PAJAK', tax: 'PPH 21 SETAHUN', before: 'SUDAH DIPOTONG' },
    } satisfies Record<keyof YearAmounts, string>,
    ofMonth: 'PPH 21 ATAS TPP BULAN INI',
    outside: 'BELUM LENGKAP: TANPA ANGKA, TIDAK IKUT DIJUMLAHKAN',
    sum: (people: number) => `JUMLAH, ${formatNumber(people)} PEGAWAI`,
    columns: {
      ...{ number: 'NO', name: 'NAMA', nip: 'NIP', grade: 'GOL', position: 'JABATAN', ptkp: 'PTKP', npwp: 'NPWP' },
      ...{ amount: 'TPP', adjustments: 'KOREKSI', total: 'DIBAYAR', employer: 'BPJS 4 % (PEMBERI KERJA)' },
      ...{ taxed: 'BRUTO KENA PPH 21', rate: 'TARIF (%)', tax: 'PPH 21', employee: 'BPJS 1 %', net: 'BERSIH' },
      ...{ bank: 'BANK', account: 'NOMOR REKENING', missing: 'YANG BELUM ADA', pays: 'MENURUT DAFTAR TPP' },
    },
    incomplete: 'belum lengkap',
    sources: 'DASAR',
    made: 'DIBUAT',
    treasurer: 'BENDAHARA',
    head: 'KEPALA',
  },
};

export const payees = {
  title: 'Data pembayaran',
  short: 'PTKP, NPWP, rekening, dan gaji untuk PPh 21 dan BPJS',
  note: 'Hanya bendahara dan pegawai yang bersangkutan yang melihatnya. Isian berlaku mulai bulan yang dipilih, sampai diubah untuk bulan berikutnya; yang lama tetap tersimpan.',
  forbidden: 'Data pembayaran hanya untuk bendahara.',
  month: 'Bulan',
  fromFile: 'Isi dari berkas',
  complete: 'Lengkap',
  missing: (count: number) => `${formatNumber(count)} isian belum ada`,
  since: (month: string, by: string | null, at: string) =>
    `Berlaku sejak ${formatMonth(month)}; dicatat ${by ?? 'bendahara'}, ${formatMomentLong(at)}`,
  never: 'Belum pernah diisi.',
  search: 'Cari nama atau NIP',
  noneFound: 'Tidak ada pegawai yang cocok.',
  counts: (complete: number, all: number) => `${formatNumber(complete)} dari ${formatNumber(all)} pegawai lengkap`,
  edit: 'Isi',
  editOf: (name: string, month: string) => `${name}, mulai ${formatMonth(month)}`,
  fields,
  hints: {
    ptkp: 'TK: tidak kawin, K: kawin; angka: tanggungan',
    npwp: '15 atau 16 angka',
    bank: 'Contoh: Bank Kalsel',
    account: 'Angka saja, 5 sampai 20',
    salary: 'Rupiah sebulan yang kena PPh 21, selain TPP',
    salaryTax: 'Rupiah yang sudah dipotong atau ditanggung bersama gaji; 0 bila tidak ada',
    insuredSalary: 'Rupiah gaji dan tunjangan yang iurannya sudah dibayar; batas seluruhnya Rp 12.000.000',
    extra: 'Rupiah bruto yang dibayar bulan ini di luar gaji dan TPP; kosong bila tidak ada',
    extraTax: 'Rupiah yang sudah dipotong atau ditanggung; 0 bila tidak ada',
    yearPension: 'Rupiah yang dibayar pegawai sendiri sejak Januari, menurut daftar gaji',
    earlierGross: 'Rupiah gaji, TPP, iuran BPJS pemberi kerja, dan THR',
    earlierTax: 'Rupiah yang sudah dipotong atau ditanggung',
    tax: 'Kosongkan agar dihitung di sini. Bila diisi, angka ini yang dipakai.',
  } satisfies Record<PayeeField, string>,
  onlyIn: (month: string) => `Hanya untuk ${formatMonth(month)}`,
  lastPeriod:
    'Masa pajak terakhir: PPh 21 dihitung setahun dengan tarif Pasal 17, dikurangi yang sudah dipotong. THR dan gaji ke-13 isi di bulan dibayarnya; bila tidak ada sama sekali, isi 0 di sini.',
  extraNeeded: 'Rupiah bruto yang dibayar bulan ini di luar gaji dan TPP; 0 bila tidak ada',
  earlier: (hint: string, months: readonly string[]) =>
    months.length > 0 ? `${hint}, untuk bulan tanpa daftar TPP lengkap di sini: ${monthNames(months)}` : hint,
  choose: '– belum diketahui –',
  wrong: {
    npwp: 'NPWP terdiri dari 15 atau 16 angka.',
    account: 'Nomor rekening terdiri dari 5 sampai 20 angka.',
    nothing: 'Belum ada yang diubah.',
  },
  save: 'Simpan',
  saved: 'Data pembayaran disimpan',
  own: 'Data pembayaran saya',
  ownNote: 'Diisi bendahara; hanya Anda dan bendahara yang melihatnya. Bila keliru, sampaikan kepada bendahara.',
  unknown: 'belum ada',
  valueOf: (field: PayeeField, value: string) =>
    (PAYEE_AMOUNTS as readonly string[]).includes(field) ? formatRupiah(value) : value,
};

export const payeeFile = {
  title: 'Data pembayaran dari berkas',
  note: 'Pilih berkas XLSX, XLS, ODS, atau CSV dengan kolom NIP dan satu atau beberapa isian. Sel kosong tidak mengubah apa-apa. Belum ada yang dikirim sebelum Anda menekan Simpan.',
  needed:
    'Berkas ini tidak punya kolom NIP beserta paling sedikit satu isian. Beri judul kolom: NIP, PTKP, NPWP, Bank, Nomor Rekening, Bruto Gaji, PPh Gaji, Dasar BPJS; hanya untuk bulan itu: THR, PPh THR, Iuran Pensiun Setahun, Bruto Bulan Lain, PPh Bulan Lain, PPh TPP.',
  counts: (rows: number, people: number, problems: number) =>
    `${formatNumber(rows)} baris dibaca: isian untuk ${formatNumber(people)} pegawai, ${formatNumber(problems)} masalah`,
  sign: (example: string) => `Berapa rupiah “${example}”?`,
  problems: {
    'nip-missing': 'NIP kosong',
    'nip-number':
      'NIP rusak oleh program pengolah angka (misalnya 1,98812E+17). Ubah kolomnya menjadi teks, lalu isi ulang',
    'nip-wrong': 'NIP tidak benar',
    'nip-unknown': 'NIP tidak dikenal di instansi ini',
    'ptkp-wrong': 'Status PTKP tidak dikenal; tulis TK/0 sampai TK/3 atau K/0 sampai K/3',
    'npwp-wrong': 'NPWP tidak terdiri dari 15 atau 16 angka',
    'account-wrong': 'Nomor rekening tidak terdiri dari 5 sampai 20 angka',
    'digits-lost':
      'Disimpan sebagai angka: nol di depan atau angka di ujung dapat hilang. Ubah kolomnya menjadi teks, lalu isi ulang',
    'bank-long': 'Nama bank terlalu panjang',
    'amount-wrong': 'Bukan rupiah bulat',
    duplicate: 'Pegawai ini sudah ada di baris sebelumnya, dengan isi yang lain',
    'cell-error': 'Sel berisi kesalahan dari program pengolah angka',
    'cell-merged': 'Sel digabung dengan sel lain; pisahkan, lalu isi setiap baris',
    'row-broken': 'Baris tidak dapat diuraikan; periksa tanda kutip dan pemisahnya',
    empty: 'Baris ini tidak berisi isian apa pun',
  },
  nothing: 'Tidak ada yang baru untuk disimpan.',
  choose: '– pilih –',
  from: (month: string) => `Berlaku mulai ${month}`,
  saved: (count: number) => `Data pembayaran ${formatNumber(count)} pegawai disimpan`,
};
