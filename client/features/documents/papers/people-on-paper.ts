// Who stands on a paper, with the post of a day, and how they sign.

import { formatDate } from '#client/i18n/index.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import type { PersonOnPaper } from '#shared/evaluation/tables.ts';
import { rankOf } from '#shared/people/rules/ranks.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment, Employee, EmployeeId, Unit } from '#shared/people/tables.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import type { Party, Signature } from '../paper.ts';

export interface Directory {
  employees: Map<string, Employee>;
  units: Map<string, Unit>;
  posts: Assignment[];
  /** The agency's, in which its papers are dated. */
  timeZone: string;
}

export async function loadDirectory({ rows, scopes, person }: Workspace): Promise<Directory> {
  const [employees, units, posts] = await Promise.all([
    rows('employee').where('scope').equals(scopes.agency).toArray(),
    rows('unit').where('scope').equals(scopes.agency).toArray(),
    rows('assignment').where('scope').equals(scopes.agency).toArray(),
  ]);
  const byId = <Row extends { id: string }>(all: Row[]) => new Map(all.map((row) => [row.id, row]));
  return { employees: byId(employees), units: byId(units), posts, timeZone: person.timeZone };
}

/** The day on which something happened, as the agency's calendar has it. `instant`: ISO 8601. */
export const dayIn = ({ timeZone }: Directory, instant: string) => plainDate(instant, timeZone);

export function personOn({ employees, posts }: Directory, id: EmployeeId | null, on: string): PersonOnPaper | null {
  const employee = id && employees.get(id);
  if (!employee) return null;
  const post = assignmentOn(posts, employee.id, on);
  const { name, nip, grade } = employee;
  return { id: employee.id, name, nip, grade, position: post?.position ?? '', unitId: post?.unitId ?? '' };
}

export function party(title: string, person: PersonOnPaper | null, { units }: Directory): Party {
  return {
    title,
    lines: [
      ['NAMA', person?.name ?? ''],
      ['NIP', person?.nip ?? ''],
      ['PANGKAT/GOL. RUANG', rankOf(person?.grade ?? null)],
      ['JABATAN', person?.position ?? ''],
      ['UNIT KERJA', units.get(person?.unitId ?? '')?.name ?? ''],
    ],
  };
}

/** For what is on no record, and is written by hand. */
export const BLANK = '....................';

/** `on`: the day of signature; null where it is not known, and is written by hand. */
export function signature(title: string, person: PersonOnPaper | null, on: string | null): Signature {
  return {
    above: [on ? formatDate(on) : `${BLANK} 20....`, title],
    name: person?.name ?? '',
    below: [rankOf(person?.grade ?? null), person?.nip ? `NIP ${person.nip}` : ''].filter((line) => line !== ''),
  };
}
