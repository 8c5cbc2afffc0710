// Names, and who can be asked for help: the own unit first, since whoever helps mostly sits beside.

import { answerHere, useQuestion } from '#client/workspace/questions.ts';
import { finder } from '#client/workspace/search.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import { mayHelp, namesOf } from '#shared/helping/questions/people.ts';
import type { EmployeeId } from '#shared/people/tables.ts';

/** The names of these people, by their ids. */
export function useNames(ids: () => readonly EmployeeId[]) {
  const names = useQuestion(namesOf, ids);
  return (id: EmployeeId) => names.value.value?.[id] ?? '';
}

/** More than anybody reads; whoever is not among them is found by the name. */
const SHOWN = 50;

/** Who is named so, or sits in the own unit where no name is asked for. */
export async function whoMayHelp(workspace: Workspace, asked: string) {
  const finds = finder(asked);
  const people = (await answerHere(workspace, mayHelp, null)) ?? [];
  return people
    .filter(({ name, nip, near }) => (asked.trim() === '' ? near : finds([name, nip])))
    .map(({ id, name, position }) => ({ value: id, name, text: `${name}, ${position}` }))
    .sort((a, b) => a.text.localeCompare(b.text))
    .slice(0, SHOWN);
}
