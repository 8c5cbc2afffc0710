// Who is signed in, and by which password.

import * as v from 'valibot';
import { PASSWORD_LENGTH } from './rules/password.ts';

/** Who is signed in, as the session routes answer. */
export interface Session {
  employeeId: string;
  agencyId: string;
  agencyName: string;
  timeZone: string;
  name: string;
  nip: string;
  roles: Role[];
  expiresAt: string;
}

/** admin: the personnel agency (BKPSDM); treasurer: who draws up the allowances (bendahara). */
export type Role = 'admin' | 'treasurer';

const password = v.pipe(v.string(), v.minLength(1), v.maxLength(PASSWORD_LENGTH.most));

/** Body of POST /api/password. */
export const PasswordChange = v.strictObject({ current: password, next: password });
