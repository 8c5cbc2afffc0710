// The people of the agency who have a NIP, for a form that is about one of them.

import { computed } from 'vue';
import type { EmployeeId } from '#shared/people/tables.ts';
import { useLive, type Workspace } from './workspace.ts';

/** By name, as the options of a picker; undefined until they are read. */
export function usePeopleToChoose(workspace: Workspace, isOffered: (id: EmployeeId) => boolean = () => true) {
  const employees = useLive(
    () => workspace,
    async ({ rows, scopes }) =>
      (await rows('employee').where('scope').equals(scopes.agency).toArray())
        .filter(({ nip, id }) => nip !== null && isOffered(id))
        .sort((a, b) => a.name.localeCompare(b.name)),
  );
  return computed(() => employees.value?.map(({ id, name, nip }) => ({ value: id, text: `${name} (${nip})` })));
}
