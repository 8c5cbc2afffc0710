// NIP, the 18-digit employee number: birth date (8) + month of appointment (6) + sex (1) + serial (3).
// Source: Peraturan Kepala BKN 22/2007 article 3. PPPK numbers carry a year and a code (such as 21) where PNS numbers
// carry the month of appointment; both are accepted.

export type NipProblem = 'length' | 'digits' | 'birth-date' | 'appointment' | 'sex';

export type NipCheck = { ok: true; nip: string } | { ok: false; problem: NipProblem };

/** Accepts spaces, dots and dashes between the groups; says which group of digits is wrong. */
export function checkNip(input: string): NipCheck {
  const nip = input.replace(/[\s.-]/g, '');
  if (!/^\d*$/.test(nip)) return { ok: false, problem: 'digits' };
  if (nip.length !== 18) return { ok: false, problem: 'length' };
  if (!isDate(nip.slice(0, 4), nip.slice(4, 6), nip.slice(6, 8))) return { ok: false, problem: 'birth-date' };
  const year = Number(nip.slice(8, 12));
  const code = Number(nip.slice(12, 14));
  if (year < 1950 || year > 2100 || code === 0) return { ok: false, problem: 'appointment' };
  if (!/[12]/.test(nip.charAt(14))) return { ok: false, problem: 'sex' };
  return { ok: true, nip };
}

/** Groups the digits as they are printed on the card: 19780512 200501 1 003. */
export function formatNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4');
}

function isDate(year: string, month: string, day: string): boolean {
  const instant = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(8, 10) === day && Number(year) >= 1900;
}
