// What a remark beside a day means. Only what is certain is known beforehand; every other remark is shown and decided
// once, for a word such as "Izin, batal dinas luar" costs somebody money whichever way it is guessed.

/**
 * `duty`: official duty elsewhere, costs nothing. `excused`: another good reason; nothing is recorded, so that nothing is
 * taken off and the slip shows the day as one to look at. `absent`: without reason. `nothing`: the clock alone counts.
 */
export const MEANINGS = ['duty', 'excused', 'absent', 'nothing'] as const;
export type Meaning = (typeof MEANINGS)[number];

const CERTAIN: readonly [RegExp, Meaning][] = [
  [/^(dinas luar|tugas luar|perjalanan dinas|dl|sppd|tugas dinas luar)$/, 'duty'],
  [/^(|[-–.]+|hadir|normal|masuk|pulang|hk|hari kerja|ok|tepat waktu)$/, 'nothing'],
  // The clock says it by the minute.
  [/^(terlambat|datang terlambat|pulang (awal|cepat)|tidak scan (masuk|pulang|keluar))$/, 'nothing'],
];

/** As remarks are compared: the same words mean the same. */
export const plainRemark = (text: string) =>
  text
    .toLowerCase()
    .replace(/"/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim();

/** Null: nobody has said yet. `decided`: by `plainRemark`. */
export function meaningOf(text: string, decided: ReadonlyMap<string, Meaning>): Meaning | null {
  const plain = plainRemark(text);
  return decided.get(plain) ?? CERTAIN.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
