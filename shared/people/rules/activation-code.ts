// The code by which a person opens an account once. It is printed on a slip and typed on a phone: no letter looks like a digit
// or like another letter, and how it is written makes no difference. Source: Crockford's Base32.

/** Twelve of thirty-two symbols are sixty random bits. */
export const CODE_LENGTH = 12;
export const CODE_SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As it is kept and compared; null where it is none. */
export function plainCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');
  return plain.length === CODE_LENGTH && [...plain].every((symbol) => CODE_SYMBOLS.includes(symbol)) ? plain : null;
}

/** Four by four, as it is printed. */
export const spacedCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/** Of random bytes, one for each symbol; 256 is a multiple of 32, so none is likelier than another. */
export const codeOf = (random: Uint8Array): string =>
  Array.from(random.subarray(0, CODE_LENGTH), (byte) => CODE_SYMBOLS[byte % CODE_SYMBOLS.length]).join('');

/** What stands after the # of the address in the QR code of a slip: no proxy writes it down. */
export const activationMark = (nip: string, code: string): string => `${nip}.${code}`;

export function readActivationMark(mark: string): { nip: string; code: string } | null {
  const [, nip = '', code = ''] = /^(\d{18})\.([0-9A-Z-]+)$/i.exec(mark) ?? [];
  return nip === '' ? null : { nip, code };
}
