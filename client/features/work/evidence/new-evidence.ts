// Evidence that is being added to a form: an activity or an explanation, and what its saving says of it.

import * as v from 'valibot';
import { t } from '#client/i18n/index.ts';
import * as field from '#shared/acts/fields.ts';
import type { EvidenceContent } from '#shared/work/mutations/evidence.ts';
import type { Evidence } from '#shared/work/tables.ts';
import type { KeptFile } from './photo.ts';
import { fileNameOf, isMoment } from './photo-facts.ts';

export type NewEvidence = { id: string } & (
  | { kind: 'link'; name: string; url: string }
  | ({ kind: 'file' } & KeptFile)
);

/** A stored piece, as it is shown. */
export type ShownEvidence = Omit<Evidence, 'scope' | 'version' | 'activityId' | 'explanationDate'>;

/** A draft may hold what an earlier version took over from a photo as it was; the entry is not refused for it. */
export function contentOf(item: NewEvidence): EvidenceContent {
  if (item.kind === 'link') return item;
  const { foundPlace: _thrownAway, ...kept } = item;
  const name = fileNameOf(item.name) || t.activity.photoName;
  const place = item.place && v.is(field.coordinates, item.place) ? item.place : null;
  const takenAt = item.takenAt && isMoment(item.takenAt) ? item.takenAt : null;
  return { ...kept, name, place, takenAt };
}

/** The files among them, by their hashes. */
export const hashesOf = (items: readonly NewEvidence[]): string[] =>
  items.flatMap((item) => (item.kind === 'file' ? [item.sha256, item.thumbnail].filter((hash) => hash !== null) : []));
