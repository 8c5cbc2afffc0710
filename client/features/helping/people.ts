// Names, and who can be asked for help: the own unit first, since whoever helps mostly sits beside.

import { finder } from '#client/workspace/search.ts';
import { useWorkspace } from '#client/workspace/session-store.ts';
import { useLive, type Workspace } from '#client/workspace/workspace.ts';
import { groupBy } from '#shared/group-by.ts';
import { assignmentOn, supervisorOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';

/** The names of these people, by their ids. */
export function useNames(ids: () => readonly EmployeeId[]) {
  const { rows, scopes } = useWorkspace();
  const found = useLive(
    () => ids().join(),
    async (joined) => {
      const wanted = joined.split(',').filter(Boolean);
      const people = await Promise.all(wanted.map((id) => rows('employee').get([scopes.agency, id])));
      return new Map(people.flatMap((one) => (one ? [[one.id, one.name] as const] : [])));
    },
  );
  return (id: EmployeeId) => found.value?.get(id) ?? '';
}

/** More than anybody reads; whoever is not among them is found by the name. */
const SHOWN = 50;

/** Who is named so, or sits in the own unit where no name is asked for; not the person, nor who approves their work. */
export async function whoMayHelp({ rows, scopes, me, today }: Workspace, asked: string) {
  const [employees, assignments] = await Promise.all([
    rows('employee').where('scope').equals(scopes.agency).toArray(),
    rows('assignment').where('scope').equals(scopes.agency).toArray(),
  ]);
  const day = today();
  const byPerson = groupBy(assignments, ({ employeeId }) => employeeId);
  const post = (id: EmployeeId) => assignmentOn(byPerson.get(id) ?? [], id, day);
  const superior = supervisorOn(byPerson.get(me) ?? [], me, day);
  const unit = post(me)?.unitId;
  const finds = finder(asked);
  return employees
    .filter(({ id, name, nip }) => id !== me && id !== superior && finds([name, nip]))
    .flatMap(({ id, name }) => {
      const held = post(id);
      return held && (asked.trim() !== '' || held.unitId === unit)
        ? [{ value: id, name, text: `${name}, ${held.position}` }]
        : [];
    })
    .sort((a, b) => a.text.localeCompare(b.text))
    .slice(0, SHOWN);
}
