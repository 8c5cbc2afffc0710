import { readFile } from 'node:fs/promises';

/** What a file says; null where there is none. One that may not be read is no missing one: that fails. */
export const readIfThere = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
