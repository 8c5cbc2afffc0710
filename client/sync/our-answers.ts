// Only an answer of our own server counts. A status alone is no proof: a hotspot answers 200 to everything.

import { ANSWER_MARK } from '#shared/sync/our-answer.ts';

/** Something between this device and the server answered in its place. */
export class ForeignAnswer extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`status ${status} of something that is not our server`);
    this.status = status;
  }
}

/** A fetch that fails with `ForeignAnswer` where the answer is not ours, and asks no cache. */
export const oursOnly = (fetch: typeof globalThis.fetch): typeof globalThis.fetch => {
  return async (input, init) => {
    const response = await fetch(input, { redirect: 'manual', cache: 'no-store', ...init });
    if (response.headers.get(ANSWER_MARK) === null) throw new ForeignAnswer(response.status);
    return response;
  };
};
