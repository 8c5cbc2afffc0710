// Evidence files go up on their own, after the entries: an entry never waits for its files.

import type { PersonDatabase } from './database.ts';

/** Sends what waits; stops at the first failure, the next run goes on. */
export async function sendFiles(db: PersonDatabase, fetch: typeof globalThis.fetch): Promise<void> {
  const waiting = await db.files.where('state').equals('waiting').primaryKeys();
  for (const sha256 of waiting) {
    const file = await db.files.get(sha256);
    if (!file) continue;
    const response = await fetch(`/api/files/${sha256}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: file.bytes,
    }).catch(() => null);
    if (response?.status !== 204) return;
    await db.files.update(sha256, { state: 'sent' });
  }
}
