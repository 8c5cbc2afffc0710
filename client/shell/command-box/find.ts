// What the box finds for what is typed: acts and screens first, then people, then entries; a title once, by its newest entry.

import { finder } from '#client/workspace/search.ts';
import type { Findable } from '#shared/today/questions/findable.ts';

export interface Found {
  key: string;
  kind: 'act' | 'place' | 'person' | 'entry';
  text: string;
  to: string;
  /** YYYY-MM-DD of an entry. */
  date?: string;
}

interface Place {
  to: string;
  text: string;
  also?: string;
}

/** Nothing longer is read. */
const MOST = { act: 4, place: 6, person: 5, entry: 5 } as const;

export function find(
  asked: string,
  { acts, places, known }: { acts: readonly Place[]; places: readonly Place[]; known: Findable | undefined },
): Found[] {
  const finds = finder(asked);
  const isEmpty = asked.trim() === '';
  const ofPlaces = (kind: 'act' | 'place', all: readonly Place[]): Found[] =>
    all
      .filter(({ text, also }) => finds([text, also]))
      // What is called so comes before what is only looked for by it.
      .sort((a, b) => Number(finds([b.text])) - Number(finds([a.text])))
      .slice(0, MOST[kind])
      .map(({ text, to }) => ({ key: `${kind} ${to} ${text}`, kind, text, to }));
  // Among everybody and everything nobody chooses without a word.
  const people = isEmpty ? [] : (known?.people ?? []).filter(({ name, nip }) => finds([name, nip]));
  const titles = new Set<string>();
  const entries = isEmpty
    ? []
    : (known?.entries ?? []).filter(({ title }) => {
        if (titles.has(title) || !finds([title])) return false;
        titles.add(title);
        return true;
      });
  return [
    ...ofPlaces('act', acts),
    ...ofPlaces('place', places),
    ...people.slice(0, MOST.person).map(({ id, name }): Found => {
      return { key: `person ${id}`, kind: 'person', text: name, to: `/persetujuan/${id}` };
    }),
    ...entries.slice(0, MOST.entry).map(({ id, title, date }): Found => {
      return { key: `entry ${id}`, kind: 'entry', text: title, to: `/kegiatan/${id}`, date };
    }),
  ];
}
