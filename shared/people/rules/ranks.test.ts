import { expect, it } from 'vitest';
import { rankOf } from './ranks.ts';

it.each([
  ['I/a', 'Juru Muda (I/a)'],
  ['I/b', 'Juru Muda Tk. I (I/b)'],
  ['I/c', 'Juru (I/c)'],
  ['I/d', 'Juru Tk. I (I/d)'],
  ['II/a', 'Pengatur Muda (II/a)'],
  ['II/b', 'Pengatur Muda Tk. I (II/b)'],
  ['II/c', 'Pengatur (II/c)'],
  ['II/d', 'Pengatur Tk. I (II/d)'],
  ['III/a', 'Penata Muda (III/a)'],
  ['III/b', 'Penata Muda Tk. I (III/b)'],
  ['III/c', 'Penata (III/c)'],
  ['III/d', 'Penata Tk. I (III/d)'],
  ['IV/a', 'Pembina (IV/a)'],
  ['IV/b', 'Pembina Tk. I (IV/b)'],
  ['IV/c', 'Pembina Utama Muda (IV/c)'],
  ['IV/d', 'Pembina Utama Madya (IV/d)'],
  ['IV/e', 'Pembina Utama (IV/e)'],
  ['iii/D', 'Penata Tk. I (iii/D)'],
  // A PPPK has a grade and no rank.
  ['IX', 'IX'],
  ['V/a', 'V/a'],
  [null, ''],
])('a grade %s stands on paper as "%s"', (grade, words) => {
  expect(rankOf(grade)).toBe(words);
});
