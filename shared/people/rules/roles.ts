// Who may do what, in one table. Roles that are given (office_role) have days and are logged; the others follow from posts:
// whoever holds one is an employee, whoever is named as somebody's superior a superior, whoever has none above them the head.
// docs/roles.md is drawn from it, and server/auth/roles.test.ts asks the server each cell.

/**
 * admin: the personnel agency (BKPSDM); treasurer: who draws up the allowances (bendahara); auditor: who reads what the
 * office reads and changes nothing (Inspektorat).
 */
export const ROLES = ['admin', 'treasurer', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

export const HOLDERS = ['employee', 'superior', 'head', ...ROLES] as const;
export type Holder = (typeof HOLDERS)[number];

/**
 * Of what of others it reaches: of the own direct team, of all the people below, of the whole agency; a dash for nothing.
 * Everybody has all of the own.
 */
export type Reach = 'team' | 'below' | 'agency' | '-';

type Row = Readonly<Record<Holder, Reach>>;
const row = (...reach: [Reach, Reach, Reach, Reach, Reach, Reach]): Row =>
  Object.fromEntries(HOLDERS.map((holder, at) => [holder, reach[at]])) as Row;

/** In the order of HOLDERS. The superior need not see a slip: what somebody is paid is no part of leading them. */
export const ROLE_TABLE = {
  'read plan and work of others': row('-', 'team', 'team', '-', '-', '-'),
  'approve the work of others': row('-', 'team', 'team', '-', '-', '-'),
  'see how much is typed by its owners': row('-', 'below', 'below', 'agency', '-', 'agency'),
  'read the allowances of a month': row('-', '-', 'agency', 'agency', 'agency', 'agency'),
  'read the slip of another': row('-', '-', 'agency', 'agency', 'agency', 'agency'),
  'draw up the allowances': row('-', '-', '-', '-', 'agency', '-'),
  'read what holds for one person (sanctions and the like)': row('-', '-', '-', 'agency', 'agency', 'agency'),
  'read tax status and account': row('-', '-', '-', '-', 'agency', '-'),
  'decide on explanations of attendance': row('-', '-', '-', 'agency', 'agency', '-'),
  'read the leave of all': row('-', '-', '-', 'agency', '-', 'agency'),
  'adopt policies': row('-', '-', '-', 'agency', '-', '-'),
  'take people from a list': row('-', '-', '-', 'agency', '-', '-'),
  'see who has an account': row('-', '-', '-', 'agency', '-', 'agency'),
  'give codes for accounts': row('-', '-', '-', 'agency', '-', '-'),
  'see and end the sessions of others': row('-', '-', '-', 'agency', '-', '-'),
  'see how devices sync': row('-', '-', '-', 'agency', '-', 'agency'),
  'announce maintenance': row('-', '-', '-', 'agency', '-', '-'),
  'give and take roles': row('-', '-', '-', 'agency', '-', '-'),
} as const satisfies Record<string, Row>;

export type Power = keyof typeof ROLE_TABLE;
