// NIP, the 18-digit employee number: birth date (8) + month of appointment (6) + sex (1) + serial (3).
// Source: Peraturan Kepala BKN 22/2007 article 3. PPPK numbers carry a year and a code where PNS numbers carry the month of
// appointment: 21 and 24 have been seen, so any code is taken that cannot be a month typed wrongly (13 to 20).

export type NipProblem = 'length' | 'digits' | 'birth-date' | 'appointment-year' | 'appointment-month' | 'sex';

/** Nobody was ever appointed younger: the law asks for 18 years (PP 11/2017 article 23), and did not always. */
const YOUNGEST = 16;

export type NipCheck = { ok: true; nip: string } | { ok: false; problem: NipProblem };

/** Accepts spaces, dots and dashes between the groups; says which group of digits is wrong. */
export function checkNip(input: string): NipCheck {
  const nip = input.replace(/[\s.-]/g, '');
  if (!/^\d*$/.test(nip)) return { ok: false, problem: 'digits' };
  if (nip.length !== 18) return { ok: false, problem: 'length' };
  if (!isDate(nip.slice(0, 4), nip.slice(4, 6), nip.slice(6, 8))) return { ok: false, problem: 'birth-date' };
  const year = Number(nip.slice(8, 12));
  const code = Number(nip.slice(12, 14));
  if (year < Number(nip.slice(0, 4)) + YOUNGEST || year > 2100) return { ok: false, problem: 'appointment-year' };
  if (code === 0 || (code > 12 && code <= 20)) return { ok: false, problem: 'appointment-month' };
  if (!/[12]/.test(nip.charAt(14))) return { ok: false, problem: 'sex' };
  return { ok: true, nip };
}

/** Groups the digits as they are printed on the card: 19780512 200501 1 003. */
export function formatNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}

/** What a valid NIP tells of its holder: born on (YYYY-MM-DD), male (1) or female (2). */
export const bornOn = (nip: string) => `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
export const isFemale = (nip: string) => nip.charAt(14) === '2';

function isDate(year: string, month: string, day: string): boolean {
  const instant = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(8, 10) === day && Number(year) >= 1900;
}
