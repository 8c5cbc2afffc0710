// Who is signed in.

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
