// Reads a file beside the page, so that the page answers meanwhile and a person who has waited enough can end it.
/// <reference lib="webworker" />

import { TableError } from './cell.ts';
import { readTable } from './read-table.ts';
import type { WorkerAnswer, WorkerOrder } from './reader.ts';

declare const self: DedicatedWorkerGlobalScope;

const answer = (message: WorkerAnswer) => self.postMessage(message);

self.addEventListener('message', async ({ data: { file, options } }: MessageEvent<WorkerOrder>) => {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    answer({ table: await readTable(bytes, options, (stage) => answer({ stage })) });
  } catch (error) {
    console.error(error);
    answer({ problem: error instanceof TableError ? error.problem : 'unreadable' });
  }
});
