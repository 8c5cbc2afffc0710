// The files that wait on this device, as a person counts them: a photo and its small picture are one.

import type { PersonDatabase, UploadProblem } from '#client/sync/index.ts';
import type { Evidence } from '#shared/work/tables.ts';

export interface WaitingFile {
  key: string;
  /** As its evidence is called; null for a file of somebody else's, brought in from a file. */
  name: string | null;
  /** Why the last try failed; null where it only waits for its turn. */
  problem: UploadProblem | null;
}

export async function waitingFiles(db: PersonDatabase, workScope: string): Promise<WaitingFile[]> {
  const uploads = await db.uploads.toArray();
  if (uploads.length === 0) return [];
  const evidence = await db.rows<Evidence>('evidence').where('scope').equals(workScope).toArray();
  const waiting = new Map<string, WaitingFile>();
  for (const { sha256, failure } of uploads) {
    const of = evidence.find((item) => item.sha256 === sha256 || item.thumbnail === sha256);
    const key = of?.id ?? sha256;
    const problem = failure?.problem ?? waiting.get(key)?.problem ?? null;
    waiting.set(key, { key, name: of?.name ?? null, problem });
  }
  return [...waiting.values()];
}
