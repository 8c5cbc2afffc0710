// Bahasa Indonesia: why the server gave no answer, on the screens that need one. They come with those screens.

import type { AskFailure } from '#client/workspace/ask.ts';
import type { ProblemText } from '#client/workspace/problem-text.ts';

const again = 'Coba lagi sebentar lagi. Isian Anda tetap di sini.';

const failures: Record<AskFailure, ProblemText> = {
  network: {
    reason: 'Server tidak dapat dihubungi.',
    next: 'Bagian ini perlu jaringan. Periksa sambungan, lalu coba lagi.',
  },
  captive: {
    reason: 'Jaringan ini meminta Anda masuk dahulu.',
    next: 'Buka halaman masuk Wi-Fi, lalu kembali ke sini dan coba lagi.',
  },
  'signed-out': {
    reason: 'Waktu masuk Anda sudah habis.',
    next: 'Masuk lagi, lalu lanjutkan di sini. Isian Anda tetap tersimpan.',
    signIn: true,
  },
  forbidden: {
    reason: 'Bagian ini bukan wewenang Anda.',
    next: 'Hubungi bagian kepegawaian bila seharusnya Anda berwenang.',
  },
  wrong: { reason: 'Isian ini tidak diterima server.', next: 'Periksa tanggal dan angka yang diisi.' },
  'not-found': { reason: 'Data ini tidak ada di server.', next: 'Mungkin sudah dihapus atau alamatnya keliru.' },
  'too-large': { reason: 'Isian ini terlalu besar untuk dikirim sekaligus.', next: 'Kirim sebagian dahulu.' },
  maintenance: { reason: 'Server sedang dipelihara.', next: 'Coba lagi setelah selesai. Isian Anda tetap di sini.' },
  busy: { reason: 'Server sedang ramai.', next: again },
  failed: { reason: 'Server sedang bermasalah.', next: again },
};

export const askFailureText = (why: AskFailure): ProblemText => failures[why];
