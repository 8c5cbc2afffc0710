// A NIP as the argument of an act: typed with or without spaces between its groups, kept as digits.

import * as v from 'valibot';
import { checkNip } from './rules/nip.ts';

export const nip = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((typed) => checkNip(typed).ok, 'not a NIP'),
  v.transform((typed) => typed.replaceAll(/\D/g, '')),
);
