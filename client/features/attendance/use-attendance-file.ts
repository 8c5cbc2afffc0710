// A file of attendance on its way from the disk to days that can be saved: which columns, what a person answered, and by
// whose shifts. Everything that was said is remembered as it is said.

import { computed, ref, shallowRef, watch } from 'vue';
import { useTableFile } from '#client/table-file/index.ts';
import { bodyOf } from '#client/table-file/reading/index.ts';
import { loadRules } from '#client/workspace/agency-rules.ts';
import { useLive, type Workspace } from '#client/workspace/workspace.ts';
import { groupBy } from '#shared/group-by.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { endsNextDay } from '#shared/time/working-time.ts';
import { type Calendar, calendarFor } from '#shared/time-rules/rules/calendar.ts';
import { withAbsences } from './absences.ts';
import { type Answers, NO_ANSWERS } from './answers.ts';
import { type Context, readAttendance } from './attendance-file.ts';
import { type Columns, FIXED, layoutOf } from './columns.ts';
import {
  answersOf,
  knownLayout,
  layoutKey,
  type Memory,
  newMachine,
  pinsOf,
  recall,
  remember,
  withLayout,
  withPins,
} from './memory.ts';
import { numbersAlone, type Pair } from './persons.ts';
import type { Meaning } from './remarks.ts';
import { NO_SHIFTS, type PlanOf, useShiftPlan } from './use-shift-plan.ts';

export interface Said {
  answers: Partial<Answers>;
  pins: [string, Pair][];
  remarks: [string, Meaning][];
}

export function useAttendanceFile(workspace: Workspace) {
  const { db, rows, scopes, today, person } = workspace;
  const source = useTableFile(FIXED);
  const { table } = source;
  const layout = computed(() => (table.value ? layoutOf(table.value.rows) : null));
  const columns = shallowRef<Columns | null>(null);
  const memory = shallowRef<Memory | null>(null);
  const fill = ref(false);
  /** From which machine a file of numbers alone is, once it was told. */
  const told = ref<string | null>(null);
  watch(layout, async (read) => {
    fill.value = false;
    told.value = null;
    columns.value = null;
    if (!read) return;
    memory.value ??= await recall(db);
    if (layout.value === read) columns.value = knownLayout(memory.value, layoutKey(read))?.columns ?? read.columns;
  });

  const known = useLive(
    () => null,
    async () => {
      const people = await rows('employee').where('scope').equals(scopes.agency).toArray();
      const rules = await loadRules(workspace);
      const posts = groupBy(
        await rows('assignment').where('scope').equals(scopes.agency).toArray(),
        ({ employeeId }) => employeeId,
      );
      const byNip = people.flatMap(({ nip, id }): [string, string][] => (nip ? [[nip, id]] : []));
      return { employees: new Map(byNip), names: new Map(people.map(({ id, name }) => [id, name])), posts, rules };
    },
  );

  const key = computed(() => layout.value && layoutKey(layout.value));
  const alone = computed(() => {
    const body = table.value && layout.value && bodyOf(table.value, layout.value).rows.map(({ cells }) => cells);
    return body && columns.value ? numbersAlone(body, columns.value) : false;
  });
  /** Of a file of numbers alone: null until it is told from which of the machines it is. */
  const machine = computed(() => {
    if (!alone.value || !memory.value) return null;
    const first = memory.value.machines.length === 0 ? (source.file.value?.name ?? '') : null;
    return told.value ?? first;
  });
  const machines = computed(() => (alone.value && machine.value === null ? (memory.value?.machines ?? []) : []));
  const answers = computed(() => (memory.value && key.value ? answersOf(memory.value, key.value) : NO_ANSWERS));
  const shifts = shallowRef<PlanOf>(NO_SHIFTS);
  const calendars = computed(() => {
    const [kept, facts] = [new Map<EmployeeId, Calendar>(), known.value];
    return (employeeId: EmployeeId): Calendar | null => {
      if (!facts) return null;
      const worker = {
        ...{ employeeId, assignments: facts.posts.get(employeeId) ?? [] },
        shifts: shifts.value.get(employeeId) ?? [],
      };
      const calendar = kept.get(employeeId) ?? calendarFor(worker, facts.rules);
      kept.set(employeeId, calendar);
      return calendar;
    };
  });
  const shiftOn: Context['shiftOn'] = (employeeId, date) => {
    const day = calendars.value(employeeId)?.dayOn(date);
    return day?.is === 'work' && (day.by === 'shift' || endsNextDay(day.hours)) ? day.hours : null;
  };
  const pinsNow = (of: Memory) => (alone.value && machine.value === null ? [] : pinsOf(of, machine.value));
  const reading = computed(() => {
    if (!table.value || !layout.value || !columns.value || !known.value || !memory.value) return null;
    const { nip, pin, date } = columns.value;
    if (date === null || (nip === null && pin === null)) return null;
    return readAttendance(table.value, layout.value, columns.value, {
      ...{
        employees: known.value.employees,
        pins: new Map(pinsNow(memory.value)),
        remarks: new Map(memory.value.remarks),
      },
      ...{ answers: answers.value, today: today(), timeZone: person.timeZone, shiftOn },
    });
  });
  // Read once without shifts, and again should there be any in its days.
  const plan = useShiftPlan(
    computed(() => reading.value?.span ?? null),
    shifts,
  );
  /** How many answers are missing: until then nothing is saved. */
  const open = computed(() => {
    const { order, midnight, night, pins, remarks } = reading.value?.questions ?? { pins: [], remarks: [] };
    const asked = [order, midnight, night].filter(Boolean).length + remarks.length;
    return asked + (machines.value.length > 0 ? 1 : pins.length);
  });
  const days = computed(() => {
    if (!reading.value || !known.value) return [];
    return fill.value ? withAbsences(reading.value, calendars.value) : reading.value.days;
  });

  async function keep(changed: Memory): Promise<void> {
    memory.value = changed;
    await remember(db, changed);
  }

  async function chooseColumns(chosen: Columns): Promise<void> {
    columns.value = chosen;
    if (key.value && memory.value) await keep(withLayout(memory.value, key.value, chosen, answers.value));
  }

  async function say({ answers: more, pins, remarks }: Said): Promise<void> {
    if (!key.value || !columns.value || !memory.value) return;
    const answered = withLayout(memory.value, key.value, columns.value, { ...answers.value, ...more });
    const paired = pins.length > 0 ? withPins(answered, machine.value, pins) : answered;
    await keep({ ...paired, remarks: [...new Map([...answered.remarks, ...remarks])] });
  }

  /** `name`: one of the known machines; null: another. */
  function sayMachine(name: string | null): void {
    if (memory.value) told.value = name ?? newMachine(memory.value, source.file.value?.name ?? '');
  }

  /** What was said of this kind of file, or of the machine's numbers, is asked again. */
  async function askAgain(what: 'answers' | 'pins'): Promise<void> {
    if (!key.value || !columns.value || !memory.value) return;
    const { pins, machines: known } = memory.value;
    const others = known.filter(({ name }) => name !== machine.value);
    if (what === 'pins') await keep({ ...memory.value, pins: alone.value ? pins : [], machines: others });
    else await keep({ ...withLayout(memory.value, key.value, columns.value, NO_ANSWERS), remarks: [] });
  }

  return {
    ...{ source, layout, columns, known, answers, machines, reading, open, days, fill, plan },
    ...{ chooseColumns, say, sayMachine, askAgain },
  };
}
