// Everybody of the directory beside what the server knows of their account, and what they still lack.

import type { Accounts } from '#shared/people/accounts.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment, Employee, Unit } from '#shared/people/tables.ts';

export type AccountState = 'none' | 'invited' | 'active';

export interface AccountLine {
  id: string;
  name: string;
  nip: string;
  unit: string;
  position: string;
  state: AccountState;
  /** Until when a code is good, or when a device of the holder was last heard of; an instant. */
  at: string | null;
  noSuperior: boolean;
  noClass: boolean;
}

export const LISTS = ['none', 'invited', 'active', 'superior', 'postClass', 'all'] as const;
export type List = (typeof LISTS)[number];

export interface DirectoryRows {
  employees: readonly Employee[];
  units: readonly Unit[];
  postsOf: (employeeId: string) => readonly Assignment[];
}

/** Who has left does not stand in it. The head of the agency has no superior, and lacks none. */
export function accountLines(
  { employees, units, postsOf }: DirectoryRows,
  { accounts }: Accounts,
  today: string,
): AccountLine[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const known = new Map(accounts.map((account) => [account.employeeId, account]));
  const posts = new Map(
    employees.map(({ id }) => {
      const all = [...postsOf(id)];
      const coming = all
        .filter(({ validFrom }) => validFrom > today)
        .sort((a, b) => a.validFrom.localeCompare(b.validFrom));
      const post = assignmentOn(all, id, today) ?? coming[0];
      return [id, { post, held: all.length > 0 }] as const;
    }),
  );
  return employees
    .flatMap(({ id, name, nip }): AccountLine[] => {
      const { post, held } = posts.get(id) ?? { post: undefined, held: false };
      if (nip === null || (held && !post)) return [];
      const account = known.get(id);
      const state = account?.active ? 'active' : account?.invitedUntil ? 'invited' : 'none';
      return [
        {
          ...{ id, name, nip, unit: names.get(post?.unitId ?? '') ?? '', position: post?.position ?? '', state },
          at: (state === 'active' ? account?.lastContact : account?.invitedUntil) ?? null,
          noSuperior: post !== undefined && post.supervisorId === null && !post.headsAgency,
          noClass: post !== undefined && post.postClass === null,
        },
      ];
    })
    .sort((a, b) => a.unit.localeCompare(b.unit, 'id') || a.name.localeCompare(b.name, 'id'));
}

export function isIn(line: AccountLine, list: List): boolean {
  if (list === 'superior') return line.noSuperior;
  if (list === 'postClass') return line.noClass;
  return list === 'all' || line.state === list;
}
