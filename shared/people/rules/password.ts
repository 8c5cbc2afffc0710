// What an own password must be. Source: NIST SP 800-63B section 5.1.1.2: length counts, rules of composition do not; what is
// easily guessed of this person is refused.

import { bornOn } from './nip.ts';

export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

/** Fewer different characters than this are a pattern. */
const LEAST_DIFFERENT = 5;

export type PasswordProblem = 'short' | 'long' | 'own-number' | 'pattern';

/** Why a password is no good one for the holder of a NIP; null where it is. */
export function passwordProblem(password: string, nip: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) return 'short';
  if (length > PASSWORD_LENGTH.most) return 'long';
  if (isOwnNumber(password.replace(/[\s.-]/g, ''), nip)) return 'own-number';
  return new Set(password).size < LEAST_DIFFERENT || isCounting(password) ? 'pattern' : null;
}

/** The NIP or a part of it, or the birthday as people write it, alone. */
function isOwnNumber(digits: string, nip: string): boolean {
  const [year, month, day] = bornOn(nip).split('-');
  const birthday = `${day}${month}${year}`;
  return /^\d+$/.test(digits) && (nip.includes(digits) || digits.includes(nip) || digits.includes(birthday));
}

/** 1234567890, abcdefghij: each character follows the one before it. */
function isCounting(password: string): boolean {
  const steps = [...password].slice(1).map((character, at) => character.charCodeAt(0) - password.charCodeAt(at));
  return steps.every((step) => step === 1) || /^1234567890/.test(password);
}
