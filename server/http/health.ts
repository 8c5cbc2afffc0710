// Whether the server can do its work, for whoever watches it. Readiness goes the way of a sync, through the same queue to
// a connection of the same pool, so that it says what a device would find.

import { sql } from 'kysely';
import type { App, Services } from '#server/services.ts';
import type { Admission } from './admission.ts';
import { fault } from './problem.ts';
import { schema } from './schema.ts';

/** Milliseconds. A watcher that waits longer has given up. */
const LONGEST_MS = 5000;

export function healthRoutes(app: App, { db, config }: Services, admission: Admission): void {
  const longest = Math.min(LONGEST_MS, config.databaseTimeout);

  app.get('/api/health/live', { schema: schema('The process runs', {}) }, async () => ({ status: 'ok' }));

  app.get('/api/health/ready', { schema: schema('A sync would be served', {}) }, async () => {
    const asked = admission.run(() => sql`select 1`.execute(db));
    if (!(await answersWithin(longest, asked))) throw fault('busy', { detail: 'a sync would not be served now' }, 5);
    return { status: 'ok' };
  });
}

async function answersWithin(milliseconds: number, asked: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), milliseconds);
  });
  const answered = asked.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
