// A file of attendance on its way from the disk to days that can be saved: which file, which sheet, which columns, and
// what a person answered. Everything that was said is remembered as it is said.

import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import {
  isBlank,
  type Reader,
  type Stage,
  startReading,
  type Table,
  type TableProblem,
} from '#client/table-file/reading/index.ts';
import { loadRules } from '#client/workspace/agency-rules.ts';
import { useLive, type Workspace } from '#client/workspace/workspace.ts';
import { groupBy } from '#shared/group-by.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { calendarFor } from '#shared/time-rules/rules/calendar.ts';
import { withAbsences } from './absences.ts';
import { type Answers, NO_ANSWERS } from './answers.ts';
import { readAttendance } from './attendance-file.ts';
import { type Columns, FIXED, type Layout, layoutOf } from './columns.ts';
import { answersOf, knownLayout, layoutKey, type Memory, recall, remember, withLayout } from './memory.ts';
import type { Pair } from './persons.ts';
import type { Meaning } from './remarks.ts';

export type FileState =
  | { kind: 'none' }
  | { kind: 'reading'; stage: Stage }
  | { kind: 'failed'; problem: TableProblem }
  | { kind: 'read'; table: Table; layout: Layout };

export interface Said {
  answers: Partial<Answers>;
  pins: [string, Pair][];
  remarks: [string, Meaning][];
}

export function useAttendanceFile(workspace: Workspace) {
  const { db, rows, scopes, today, person } = workspace;
  const file = shallowRef<File | null>(null);
  const state = shallowRef<FileState>({ kind: 'none' });
  const columns = shallowRef<Columns | null>(null);
  const memory = shallowRef<Memory | null>(null);
  const fill = ref(false);
  let reader: Reader | null = null;

  const known = useLive(
    () => null,
    async () => {
      const people = await rows('employee').where('scope').equals(scopes.agency).toArray();
      const rules = await loadRules(workspace);
      const posts = groupBy(
        await rows('assignment').where('scope').equals(scopes.agency).toArray(),
        ({ employeeId }) => employeeId,
      );
      const calendarOf = (employeeId: EmployeeId) =>
        calendarFor({ employeeId, assignments: posts.get(employeeId) ?? [], shifts: [] }, rules);
      const byNip = people.flatMap(({ nip, id }): [string, string][] => (nip ? [[nip, id]] : []));
      return { employees: new Map(byNip), names: new Map(people.map(({ id, name }) => [id, name])), calendarOf };
    },
  );

  const key = computed(() => (state.value.kind === 'read' ? layoutKey(state.value.layout) : null));
  const answers = computed(() => (memory.value && key.value ? answersOf(memory.value, key.value) : NO_ANSWERS));
  const reading = computed(() => {
    if (state.value.kind !== 'read' || !columns.value || !known.value || !memory.value) return null;
    const { table, layout } = state.value;
    const { nip, pin, date } = columns.value;
    if (date === null || (nip === null && pin === null)) return null;
    return readAttendance(table, layout, columns.value, {
      ...{ employees: known.value.employees, pins: new Map(memory.value.pins), remarks: new Map(memory.value.remarks) },
      ...{ answers: answers.value, today: today(), timeZone: person.timeZone },
    });
  });
  /** How many answers are missing: until then nothing is saved. */
  const open = computed(() => {
    const { order, midnight, night, pins, remarks } = reading.value?.questions ?? { pins: [], remarks: [] };
    return [order, midnight, night].filter(Boolean).length + pins.length + remarks.length;
  });
  const days = computed(() => {
    if (!reading.value || !known.value) return [];
    return fill.value ? withAbsences(reading.value, known.value.calendarOf) : reading.value.days;
  });

  async function read(sheet: number | null): Promise<void> {
    if (!file.value) return;
    reader?.cancel();
    columns.value = null;
    state.value = { kind: 'reading', stage: 'reading' };
    const own = startReading(file.value, { sheet, fixed: FIXED }, (stage) => {
      if (reader === own) state.value = { kind: 'reading', stage };
    });
    reader = own;
    const answer = await own.answer;
    if (reader !== own) return;
    reader = null;
    if (!answer.ok) {
      state.value = answer.problem === 'cancelled' ? { kind: 'none' } : { kind: 'failed', problem: answer.problem };
      if (answer.problem === 'cancelled') file.value = null;
      return;
    }
    memory.value ??= await recall(db);
    const layout = layoutOf(answer.table.rows);
    columns.value = knownLayout(memory.value, layoutKey(layout))?.columns ?? layout.columns;
    state.value = { kind: 'read', table: answer.table, layout };
  }

  async function pick(chosen: File): Promise<void> {
    fill.value = false;
    // The content with the name: what was picked is emptied from its input.
    file.value = new File([await chosen.arrayBuffer()], chosen.name);
    await read(null);
  }

  async function keep(changed: Memory): Promise<void> {
    memory.value = changed;
    await remember(db, changed);
  }

  const kept = () => memory.value ?? { layouts: [], pins: [], remarks: [] };

  async function chooseColumns(chosen: Columns): Promise<void> {
    columns.value = chosen;
    if (key.value) await keep(withLayout(kept(), key.value, chosen, answers.value));
  }

  async function say({ answers: more, pins, remarks }: Said): Promise<void> {
    if (!key.value || !columns.value) return;
    const before = withLayout(kept(), key.value, columns.value, { ...answers.value, ...more });
    await keep({
      ...before,
      pins: [...new Map([...before.pins, ...pins])],
      remarks: [...new Map([...before.remarks, ...remarks])],
    });
  }

  /** What was said of this kind of file, or of the machine's numbers, is asked again. */
  async function askAgain(what: 'answers' | 'pins'): Promise<void> {
    if (!key.value || !columns.value) return;
    if (what === 'pins') await keep({ ...kept(), pins: [] });
    else await keep({ ...withLayout(kept(), key.value, columns.value, NO_ANSWERS), remarks: [] });
  }

  function close(): void {
    reader?.cancel();
    reader = null;
    file.value = null;
    columns.value = null;
    state.value = { kind: 'none' };
  }
  onScopeDispose(close);

  const filled = computed(() => state.value.kind === 'read' && state.value.table.rows.some((row) => !isBlank(row)));
  return {
    ...{ file, state, columns, known, answers, reading, open, days, fill, filled },
    ...{ pick, read, cancel: () => reader?.cancel(), chooseColumns, say, askAgain, close },
  };
}
