// Draws docs/roles.md from the table that the tests hold the server to. `npm run docs` writes it; a test compares.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOLDERS, ROLE_TABLE } from '#shared/people/rules/roles.ts';

export const FILE = join(import.meta.dirname, 'roles.md');

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

export const drawing = (): string =>
  [
    '# Roles',
    '',
    'Drawn from [shared/people/rules/roles.ts](../shared/people/rules/roles.ts) by `npm run docs`; `server/auth/roles.test.ts` asks the',
    'server each cell. It says what of *others* somebody reaches: of the own team, of all below, of the whole agency. The own work, plan and',
    'pay everybody has. Employee, superior and head follow from posts; admin, treasurer and auditor are given under *Kelola → Peran*, with',
    'days, each act in the log. Who holds several roles has what any of them has. A role for several agencies at once, and one for a unit alone, are not there yet.',
    '',
    line(['', ...HOLDERS]),
    line(['---', ...HOLDERS.map(() => '---')]),
    ...Object.entries(ROLE_TABLE).map(([power, row]) => line([power, ...HOLDERS.map((holder) => row[holder])])),
    '',
  ].join('\n');

if (process.argv[1] === import.meta.filename) writeFileSync(FILE, drawing());
