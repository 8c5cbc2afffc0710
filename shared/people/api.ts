// Who is signed in, and by which password.

import * as v from 'valibot';
import { PASSWORD_LENGTH } from './rules/password.ts';
import type { Role } from './rules/roles.ts';

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

export type { Role } from './rules/roles.ts';

const password = v.pipe(v.string(), v.minLength(1), v.maxLength(PASSWORD_LENGTH.most));

/** Body of POST /api/password. */
export const PasswordChange = v.strictObject({ current: password, next: password });
