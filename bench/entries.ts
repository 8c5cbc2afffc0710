// The work that the benchmarks log, the same for every system: a title of about 60 and a description of about 300
// characters, drawn from words of the trade by a generator that always draws the same.

const WORDS = (
  'pemeriksaan kendaraan niaga terminal angkutan barang penumpang laporan harian pengujian berkala emisi rem lampu ' +
  'ban kemudi retribusi trayek izin dokumen rapat koordinasi lapangan petugas jadwal pelabuhan dermaga sungai kapal ' +
  'penyuluhan keselamatan sekolah pelajar rambu marka jalan simpang pasar kecamatan desa survei data rekapitulasi ' +
  'verifikasi berkas surat tugas undangan arsip anggaran pengadaan pemeliharaan alat uji kalibrasi catatan hasil'
).split(' ');

/** Mulberry32: small, and the same everywhere. From 0 to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function textOf(random: () => number, length: number): string {
  let text = '';
  while (text.length < length) text += `${WORDS[Math.floor(random() * WORDS.length)] ?? ''} `;
  return text.trim();
}

export interface Entry {
  title: string;
  description: string;
  time: { start: string; end: string; minutes: number };
  output: { quantity: number; unit: string };
}

export function entryOf(seed: number): Entry {
  const random = randomFrom(seed);
  const start = 7 + Math.floor(random() * 8);
  return {
    title: textOf(random, 55),
    description: textOf(random, 295),
    time: {
      start: `${String(start).padStart(2, '0')}:00`,
      end: `${String(start + 1).padStart(2, '0')}:00`,
      minutes: 60,
    },
    output: { quantity: 1 + Math.floor(random() * 30), unit: 'berkas' },
  };
}
