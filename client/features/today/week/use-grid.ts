// A grid by keys, as in a spreadsheet: arrows move, Shift widens what is chosen, a digit or Enter begins to type, Enter goes
// down and Tab goes on, Escape leaves the cell as it was. What is typed is in its cell with each letter.
//
// A row is known by its key: rows that come, go or move while somebody is at the grid change nothing of where they are, what
// they have chosen or what they type.

import { computed, nextTick, ref, watch } from 'vue';

export interface GridCell {
  /** The key of its row. */
  row: string;
  column: number;
}

/** Types in a cell, as often as something is typed; `back` leaves it as it was before. */
export interface Typing {
  type: (text: string) => void;
  back: () => void;
}

export interface GridPorts {
  /** The keys of the rows, from above. */
  rows: () => readonly string[];
  columns: number;
  textOf: (cell: GridCell) => string;
  /** Null where nothing may be typed. */
  typingIn: (cell: GridCell) => Typing | null;
  /** The element of a cell. */
  element: (cell: GridCell) => HTMLElement | null;
}

export function useGrid({ rows, columns, textOf, typingIn, element }: GridPorts) {
  const wanted = ref<GridCell>({ row: '', column: 0 });
  /** Of a row that is gone the first one. */
  const active = computed(
    (): GridCell => (rows().includes(wanted.value.row) ? wanted.value : { ...wanted.value, row: rows()[0] ?? '' }),
  );
  /** Where what is chosen begins; it ends at the active cell. */
  const anchor = ref<GridCell>({ row: '', column: 0 });
  const between = ref<readonly string[]>([]);
  const editing = ref(false);
  const text = ref('');
  let typing: Typing | null = null;
  /** Rows are being put in another order. */
  let moving = false;

  const chosen = computed(() => ({
    rows: between.value.includes(active.value.row) ? between.value : [active.value.row],
    left: Math.min(anchor.value.column, active.value.column),
    right: Math.max(anchor.value.column, active.value.column),
  }));

  const focus = () => element(active.value)?.focus();

  function go(cell: GridCell, widen = false) {
    const column = Math.min(Math.max(0, cell.column), columns - 1);
    wanted.value = { row: cell.row, column };
    if (!widen) anchor.value = active.value;
    const [from, to] = [anchor.value.row, active.value.row].map((row) => rows().indexOf(row)).sort((a, b) => a - b);
    between.value = rows().slice(from, (to ?? 0) + 1);
    focus();
  }

  /** So many rows and columns on, as far as there are any. */
  function step(down: number, along: number, widen = false) {
    const { row, column } = active.value;
    const index = Math.min(Math.max(0, rows().indexOf(row) + down), rows().length - 1);
    go({ row: rows()[index] ?? row, column: column + along }, widen);
  }

  async function edit(start: string | null = null) {
    const cell = active.value;
    typing = typingIn(cell);
    if (!typing) return;
    wanted.value = cell;
    text.value = start ?? textOf(cell);
    editing.value = true;
    if (start !== null) typing.type(start);
    await nextTick();
    const input = element(cell)?.querySelector('input');
    input?.focus();
    if (start === null) input?.select();
  }

  function typed(letters: string) {
    text.value = letters;
    typing?.type(letters);
  }

  /** What was typed is in the cell. */
  function commit() {
    editing.value = false;
    typing = null;
  }

  /** The keyboard is elsewhere. */
  function left() {
    if (!moving) commit();
  }

  function pressedInCell(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      typing?.back();
      commit();
      focus();
    } else if (event.key === 'Enter') {
      commit();
      step(event.shiftKey ? -1 : 1, 0);
    } else if (event.key === 'Tab') {
      commit();
      step(0, event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const STEPS: Readonly<Record<string, readonly [number, number]>> = {
    ...{ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] },
    ...{ Home: [0, -columns], End: [0, columns], PageUp: [-10, 0], PageDown: [10, 0] },
  };

  function pressed(event: KeyboardEvent) {
    if (editing.value) return pressedInCell(event);
    const { key } = event;
    if (event.altKey || ((event.ctrlKey || event.metaKey) && !(key === 'Home' || key === 'End'))) return;
    const by = STEPS[key];
    if (by) step(by[0], by[1], event.shiftKey);
    else if (key === 'Enter' || key === 'F2') void edit();
    else if (/^[\d,.]$/.test(key)) void edit(key);
    else if (key === 'Delete' || key === 'Backspace') eachChosen((cell) => typingIn(cell)?.type(''));
    else return;
    event.preventDefault();
  }

  const chosenRows = () => rows().filter((row) => chosen.value.rows.includes(row));
  const chosenColumns = () => {
    const { left, right } = chosen.value;
    return Array.from({ length: right - left + 1 }, (_column, along) => left + along);
  };
  function eachChosen(visit: (cell: GridCell) => void) {
    for (const row of chosenRows()) for (const column of chosenColumns()) visit({ row, column });
  }

  /** What is chosen, as a spreadsheet takes it. */
  const copied = () =>
    chosenRows()
      .map((row) => chosenColumns().map((column) => textOf({ row, column })))
      .map((texts) => texts.join('\t'))
      .join('\n');

  // A row that moves takes its elements along, and they lose the keyboard: whoever types there types on.
  watch(
    () => rows().join('\n'),
    async () => {
      moving = element(active.value)?.contains(document.activeElement) === true;
      await nextTick();
      const now = element(active.value);
      if (moving && now?.contains(document.activeElement) === false) (now.querySelector('input') ?? now).focus();
      moving = false;
    },
  );

  return { active, chosen, editing, text, go, edit, typed, left, commit, pressed, copied, focus };
}
