// The rank (pangkat) that goes with a grade (golongan ruang) of a PNS, as papers name it. Source: PP 99/2000 as amended by PP
// 12/2002, annex. A PPPK has a grade alone (Perpres 98/2020).

const RANKS: Record<string, string> = {
  'I/a': 'Juru Muda',
  'I/b': 'Juru Muda Tk. I',
  'I/c': 'Juru',
  'I/d': 'Juru Tk. I',
  'II/a': 'Pengatur Muda',
  'II/b': 'Pengatur Muda Tk. I',
  'II/c': 'Pengatur',
  'II/d': 'Pengatur Tk. I',
  'III/a': 'Penata Muda',
  'III/b': 'Penata Muda Tk. I',
  'III/c': 'Penata',
  'III/d': 'Penata Tk. I',
  'IV/a': 'Pembina',
  'IV/b': 'Pembina Tk. I',
  'IV/c': 'Pembina Utama Muda',
  'IV/d': 'Pembina Utama Madya',
  'IV/e': 'Pembina Utama',
};

/** "Penata Tk. I (III/d)"; a grade without a rank as it is; empty where there is none. */
export function rankOf(grade: string | null): string {
  const written = grade?.trim() ?? '';
  const [group = '', room = ''] = written.split('/');
  const rank = RANKS[`${group.trim().toUpperCase()}/${room.trim().toLowerCase()}`];
  return rank ? `${rank} (${written})` : written;
}
