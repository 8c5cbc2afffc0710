// Finding people and things by what somebody types: however a name's apostrophes and accents are written, and whatever
// stands between the digits of a NIP. Every search and filter of the product asks here.

/** Whether every word that is asked for stands in one of the texts. Nothing asked finds everything. */
export function finder(asked: string): (texts: readonly (string | null | undefined)[]) => boolean {
  const words = plain(asked).split(' ').filter(Boolean);
  const digits = digitsOf(asked);
  return (texts) => {
    const present = texts.filter((text) => typeof text === 'string');
    if (digits !== null) return present.some((text) => digitsOf(text)?.includes(digits));
    const all = present.map(plain).join(' ');
    return words.every((word) => all.includes(word));
  };
}

/** Lower case, without accents (composed or not) and without the many marks that people use for an apostrophe. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/['’‘‛ʼʻʹ`´′ʾʿ"“”]/g, '')
    .toLowerCase()
    .replace(/[\s.,/-]+/g, ' ')
    .trim();

/** The digits of a number in groups, such as a NIP; null for any other text. */
function digitsOf(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s.,'’/-]/g, '');
  return /^\d+$/.test(digits) ? digits : null;
}
