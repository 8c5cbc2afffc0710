// What of a document everybody may read who knows its code: which paper it is, not what it says of the person.

import type { Facts } from '#shared/documents/questions/document-facts.ts';

const PUBLIC = ['period', 'month', 'validFrom', 'validUntil', 'edition', 'firstMonth', 'lastMonth'];
const HIDDEN = '•';

export function outlineOf(facts: Facts): Facts {
  const outline: Facts = {};
  if (typeof facts.name === 'string') outline.name = maskedName(facts.name);
  for (const name of PUBLIC) if (facts[name] !== undefined) outline[name] = facts[name];
  return outline;
}

/** The first letter of each word; titles behind a comma are left out. */
export const maskedName = (name: string): string =>
  (name.split(',')[0] ?? '')
    .trim()
    .split(/\s+/)
    .map((word) => [...word].map((letter, index) => (index === 0 ? letter : HIDDEN)).join(''))
    .join(' ');

/** The last digits alone: what was typed. */
export const maskedNip = (nip: string): string => HIDDEN.repeat(Math.max(0, nip.length - 6)) + nip.slice(-6);
