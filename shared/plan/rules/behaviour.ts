// The seven core values of the civil service and their standard behaviours. Source: SE MenPANRB 20/2021 (BerAKHLAK).

export type BehaviourValue =
  | 'berorientasi-pelayanan'
  | 'akuntabel'
  | 'kompeten'
  | 'harmonis'
  | 'loyal'
  | 'adaptif'
  | 'kolaboratif';

export interface Behaviour {
  value: BehaviourValue;
  name: string;
  standard: readonly [string, string, string];
}

export const BEHAVIOURS: readonly Behaviour[] = [
  {
    value: 'berorientasi-pelayanan',
    name: 'Berorientasi Pelayanan',
    standard: [
      'Memahami dan memenuhi kebutuhan masyarakat',
      'Ramah, cekatan, solutif, dan dapat diandalkan',
      'Melakukan perbaikan tiada henti',
    ],
  },
  {
    value: 'akuntabel',
    name: 'Akuntabel',
    standard: [
      'Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi',
      'Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien',
      'Tidak menyalahgunakan kewenangan jabatan',
    ],
  },
  {
    value: 'kompeten',
    name: 'Kompeten',
    standard: [
      'Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah',
      'Membantu orang lain belajar',
      'Melaksanakan tugas dengan kualitas terbaik',
    ],
  },
  {
    value: 'harmonis',
    name: 'Harmonis',
    standard: [
      'Menghargai setiap orang apa pun latar belakangnya',
      'Suka menolong orang lain',
      'Membangun lingkungan kerja yang kondusif',
    ],
  },
  {
    value: 'loyal',
    name: 'Loyal',
    standard: [
      'Memegang teguh ideologi Pancasila, UUD 1945, setia kepada NKRI serta pemerintahan yang sah',
      'Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara',
      'Menjaga rahasia jabatan dan negara',
    ],
  },
  {
    value: 'adaptif',
    name: 'Adaptif',
    standard: [
      'Cepat menyesuaikan diri menghadapi perubahan',
      'Terus berinovasi dan mengembangkan kreativitas',
      'Bertindak proaktif',
    ],
  },
  {
    value: 'kolaboratif',
    name: 'Kolaboratif',
    standard: [
      'Memberi kesempatan kepada berbagai pihak untuk berkontribusi',
      'Terbuka dalam bekerja sama untuk menghasilkan nilai tambah',
      'Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama',
    ],
  },
];

export const BEHAVIOUR_VALUES = BEHAVIOURS.map(({ value }) => value);
