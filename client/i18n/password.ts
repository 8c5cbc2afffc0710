// Bahasa Indonesia: the words of an own password: choosing one, and changing it.

import { PASSWORD_LENGTH, type PasswordProblem } from '#shared/people/rules/password.ts';

const problems: Record<PasswordProblem, string> = {
  short: `Paling sedikit ${PASSWORD_LENGTH.least} huruf atau angka.`,
  long: `Paling banyak ${PASSWORD_LENGTH.most} huruf atau angka.`,
  'own-number': 'Jangan memakai NIP atau tanggal lahir sendiri.',
  pattern: 'Terlalu mudah ditebak. Pakai beberapa kata yang mudah diingat.',
};

export const passwordWords = {
  problems,
  hint: `Paling sedikit ${PASSWORD_LENGTH.least} huruf atau angka; beberapa kata lebih mudah diingat`,
  repeat: 'Ulangi kata sandi',
  differs: 'Kedua kata sandi tidak sama.',
  title: 'Ganti kata sandi',
  current: 'Kata sandi sekarang',
  next: 'Kata sandi baru',
  repeatNext: 'Ulangi kata sandi baru',
  note: 'Di perangkat lain Anda akan diminta masuk lagi. Pekerjaan yang belum terkirim di sana tidak hilang.',
  wrong: 'Kata sandi sekarang tidak benar.',
  wait: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
  submit: 'Ganti',
  done: 'Kata sandi diganti',
};
