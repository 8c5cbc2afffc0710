// A table that somebody brings, on its way from the disk to rows: which file, which sheet, how far it is read.

import { computed, onScopeDispose, shallowRef } from 'vue';
import {
  type FixedColumns,
  isBlank,
  type Reader,
  type Stage,
  startReading,
  type Table,
  type TableProblem,
} from './reading/index.ts';

export type FileState =
  | { kind: 'none' }
  | { kind: 'reading'; stage: Stage }
  | { kind: 'failed'; problem: TableProblem }
  | { kind: 'read'; table: Table };

/** `fixed`: texts with columns at fixed places that are known. */
export function useTableFile(fixed: readonly FixedColumns[] = []) {
  const file = shallowRef<File | null>(null);
  const state = shallowRef<FileState>({ kind: 'none' });
  let reader: Reader | null = null;

  async function read(sheet: number | null): Promise<void> {
    if (!file.value) return;
    reader?.cancel();
    state.value = { kind: 'reading', stage: 'reading' };
    const own = startReading(file.value, { sheet, fixed }, (stage) => {
      if (reader === own) state.value = { kind: 'reading', stage };
    });
    reader = own;
    const answer = await own.answer;
    if (reader !== own) return;
    reader = null;
    if (answer.ok) state.value = { kind: 'read', table: answer.table };
    else if (answer.problem === 'cancelled') close();
    else state.value = { kind: 'failed', problem: answer.problem };
  }

  async function pick(chosen: File): Promise<void> {
    // The content with the name: what was picked is emptied from its input.
    file.value = new File([await chosen.arrayBuffer()], chosen.name);
    await read(null);
  }

  function close(): void {
    reader?.cancel();
    reader = null;
    file.value = null;
    state.value = { kind: 'none' };
  }
  onScopeDispose(close);

  /** Null until rows are there. */
  const table = computed(() =>
    state.value.kind === 'read' && state.value.table.rows.some((row) => !isBlank(row)) ? state.value.table : null,
  );
  return { file, state, table, read, pick, cancel: () => reader?.cancel(), close };
}

export type TableFile = ReturnType<typeof useTableFile>;
