// The words that go with a decision, and who decides with them.

import type { DraftState } from '#client/workspace/drafts.ts';

export interface Note {
  text: string;
  /** Notes on single parts that go with it, by what they are about. */
  parts: Record<string, string>;
  /** Of what they are about, as it was read; 0 where it has none. */
  revision: number;
}

/** Tells whether the decision was taken; if not, the words stay. */
export type Decide = (note: Note, draft: DraftState) => Promise<boolean>;
