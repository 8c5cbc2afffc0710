// The form of an explanation: what is typed, and the act that sending it means.

import * as v from 'valibot';
import { contentOf, type NewEvidence } from '#client/features/work/evidence/index.ts';
import type { AttentionItem } from '#client/sync/index.ts';
import { BY_LETTER, type ExplanationKind } from '#shared/attendance/rules/explanation.ts';
import type { Explanation } from '#shared/attendance/tables.ts';
import type { Call, MutationArgs } from '#shared/mutations.ts';
import { type EvidenceContent, evidenceContent } from '#shared/work/mutations/evidence.ts';
import type { Evidence } from '#shared/work/tables.ts';

export interface ExplanationForm {
  kind: ExplanationKind;
  text: string;
  letter: string;
  /** Of the explanation that the form began with; 0 where there was none. Kept with the draft: it names what was seen. */
  revision: number;
  added: NewEvidence[];
  removed: string[];
  /** A link that is being typed. */
  link: { name: string; url: string };
}

const rest = () => ({ added: [], removed: [], link: { name: '', url: '' } });

export const emptyForm = (): ExplanationForm => ({ kind: 'forgot', text: '', letter: '', revision: 0, ...rest() });

export const formOf = ({ kind, text, letter, revision }: Explanation): ExplanationForm => ({
  ...{ kind, text, letter: letter ?? '', revision },
  ...rest(),
});

/** What was refused, to be sent anew upon what is stored now. Evidence that is stored already is not added twice. */
export function formOfRefused(
  { args }: Pick<AttentionItem, 'args'>,
  stored: Explanation | null,
  evidence: readonly Evidence[],
): ExplanationForm {
  const { kind, text, letter, evidence: named } = args as Partial<MutationArgs<'explanation.give'>>;
  const there = new Set(evidence.map(({ id }) => id));
  // What an older app did not name stays as it is.
  const wanted = named ?? [];
  return {
    ...{ kind: kind ?? 'forgot', text: text ?? '', letter: (letter === undefined ? stored?.letter : letter) ?? '' },
    revision: stored?.revision ?? 0,
    ...rest(),
    added: wanted.filter(({ id }) => !there.has(id)).map(asNew),
    removed: named ? [...there].filter((id) => !named.some((piece) => piece.id === id)) : [],
  };
}

const asNew = (piece: EvidenceContent): NewEvidence =>
  piece.kind === 'link' ? piece : { ...piece, foundPlace: piece.place };

/** A letter that was typed before another kind was chosen is none of that kind. */
export function callOf(date: string, form: ExplanationForm, stored: readonly Evidence[]): Call {
  const { kind, text, letter, revision, added, removed } = form;
  const kept = stored.filter(({ id }) => !removed.includes(id)).map(storedContent);
  return {
    name: 'explanation.give',
    args: {
      ...{ date, kind, text: text.trim(), revision },
      letter: BY_LETTER.includes(kind) ? letter.trim() : null,
      evidence: [...kept, ...added.map(contentOf)],
    },
  };
}

/** A stored piece as it was told. */
function storedContent({ id, kind, name, url, sha256, type, size, thumbnail, takenAt, place }: Evidence) {
  const told = kind === 'link' ? { url } : { sha256, type, size, thumbnail, takenAt, place };
  return v.parse(evidenceContent, { id, kind, name, ...told });
}
