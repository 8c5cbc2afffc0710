// A file of attendance on its way from the disk to days that can be saved: which columns, what a person answered, and by
// whose shifts. Everything that was said is remembered as it is said.

import { computed, ref, shallowRef, watch } from 'vue';
import { useTableFile } from '#client/table-file/index.ts';
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
import { answersOf, knownLayout, layoutKey, type Memory, recall, remember, withLayout } from './memory.ts';
import type { Pair } from './persons.ts';
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
  watch(layout, async (read) => {
    fill.value = false;
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
  const reading = computed(() => {
    if (!table.value || !layout.value || !columns.value || !known.value || !memory.value) return null;
    const { nip, pin, date } = columns.value;
    if (date === null || (nip === null && pin === null)) return null;
    return readAttendance(table.value, layout.value, columns.value, {
      ...{ employees: known.value.employees, pins: new Map(memory.value.pins), remarks: new Map(memory.value.remarks) },
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
    return [order, midnight, night].filter(Boolean).length + pins.length + remarks.length;
  });
  const days = computed(() => {
    if (!reading.value || !known.value) return [];
    return fill.value ? withAbsences(reading.value, calendars.value) : reading.value.days;
  });

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

  return {
    ...{ source, layout, columns, known, answers, reading, open, days, fill, plan },
    ...{ chooseColumns, say, askAgain },
  };
}
