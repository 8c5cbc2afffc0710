// The reading of a file as a page sees it: how far it is, a way to end it, and a table or the reason why there is none.

import type { Table, TableProblem } from './cell.ts';
import type { ReadOptions, Stage } from './read-table.ts';

export interface WorkerOrder {
  file: Blob;
  options: ReadOptions;
}
export type WorkerAnswer = { stage: Stage } | { table: Table } | { problem: TableProblem };

export type TableAnswer = { ok: true; table: Table } | { ok: false; problem: TableProblem | 'cancelled' };

export interface Reader {
  answer: Promise<TableAnswer>;
  cancel: () => void;
}

export function startReading(file: Blob, options: ReadOptions, reached: (stage: Stage) => void): Reader {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let cancel = () => {};
  const answer = new Promise<TableAnswer>((done) => {
    cancel = () => done({ ok: false, problem: 'cancelled' });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      if ('stage' in data) reached(data.stage);
      else done('table' in data ? { ok: true, table: data.table } : { ok: false, problem: data.problem });
    });
    // What is too large for the memory of the device ends the worker without a word of its own.
    worker.addEventListener('error', () => done({ ok: false, problem: 'not-loaded' }));
    worker.postMessage({ file, options } satisfies WorkerOrder);
  }).finally(() => worker.terminate());
  return { answer, cancel };
}
