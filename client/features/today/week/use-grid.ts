// A grid by keys, as in a spreadsheet: arrows move, Shift widens what is chosen, a digit or Enter begins to type, Enter goes
// down and Tab goes on, Escape leaves the cell as it was.

import { computed, nextTick, ref } from 'vue';

export interface GridPorts {
  rows: () => number;
  columns: number;
  textOf: (row: number, column: number) => string;
  mayType: (row: number, column: number) => boolean;
  type: (row: number, column: number, text: string) => void;
  /** The element of a cell. */
  cell: (row: number, column: number) => HTMLElement | null;
}

export function useGrid({ rows, columns, textOf, mayType, type, cell }: GridPorts) {
  const active = ref({ row: 0, column: 0 });
  /** Where what is chosen begins; it ends at the active cell. */
  const anchor = ref({ row: 0, column: 0 });
  const editing = ref(false);
  const text = ref('');

  const chosen = computed(() => ({
    top: Math.min(anchor.value.row, active.value.row),
    bottom: Math.max(anchor.value.row, active.value.row),
    left: Math.min(anchor.value.column, active.value.column),
    right: Math.max(anchor.value.column, active.value.column),
  }));

  const focus = () => cell(active.value.row, active.value.column)?.focus();

  function go(row: number, column: number, widen = false) {
    const last = Math.max(0, rows() - 1);
    active.value = { row: Math.min(Math.max(0, row), last), column: Math.min(Math.max(0, column), columns - 1) };
    if (!widen) anchor.value = active.value;
    focus();
  }

  async function edit(start: string | null = null) {
    const { row, column } = active.value;
    if (!mayType(row, column)) return;
    text.value = start ?? textOf(row, column);
    editing.value = true;
    await nextTick();
    const input = cell(row, column)?.querySelector('input');
    input?.focus();
    if (start === null) input?.select();
  }

  /** What was typed is in the cell. */
  function commit() {
    if (!editing.value) return;
    const { row, column } = active.value;
    editing.value = false;
    type(row, column, text.value);
  }

  function typing(event: KeyboardEvent) {
    const { row, column } = active.value;
    if (event.key === 'Escape') {
      editing.value = false;
      focus();
    } else if (event.key === 'Enter') {
      commit();
      go(row + (event.shiftKey ? -1 : 1), column);
    } else if (event.key === 'Tab') {
      commit();
      go(row, column + (event.shiftKey ? -1 : 1));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const STEPS: Readonly<Record<string, readonly [number, number]>> = {
    ...{ ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] },
    ...{ Home: [0, -columns], End: [0, columns], PageUp: [-10, 0], PageDown: [10, 0] },
  };

  function pressed(event: KeyboardEvent) {
    if (editing.value) return typing(event);
    const { key } = event;
    if (event.altKey || ((event.ctrlKey || event.metaKey) && !(key === 'Home' || key === 'End'))) return;
    const { row, column } = active.value;
    const step = STEPS[key];
    if (step) go(row + step[0], column + step[1], event.shiftKey);
    else if (key === 'Enter' || key === 'F2') void edit();
    else if (/^[\d,.]$/.test(key)) void edit(key);
    else if (key === 'Delete' || key === 'Backspace') eachChosen((r, c) => mayType(r, c) && type(r, c, ''));
    else return;
    event.preventDefault();
  }

  function eachChosen(visit: (row: number, column: number) => unknown) {
    const { top, bottom, left, right } = chosen.value;
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) visit(row, column);
  }

  /** What is chosen, as a spreadsheet takes it. */
  function copied(): string {
    const { top, bottom, left, right } = chosen.value;
    const lines = Array.from({ length: bottom - top + 1 }, (_row, down) =>
      Array.from({ length: right - left + 1 }, (_cell, along) => textOf(top + down, left + along)).join('\t'),
    );
    return lines.join('\n');
  }

  return { active, chosen, editing, text, go, edit, commit, pressed, copied, focus };
}
