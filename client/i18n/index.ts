// The words of the interface. One catalogue a language, all of the type of the Indonesian one, so that a missing
// sentence does not compile. A message with a value in it is a function.

import { id } from './id.ts';

export type Messages = typeof id;

/** The catalogue in use. */
export const t: Messages = id;

export * from './format.ts';
