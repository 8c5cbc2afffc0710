// The real server with a clock that a test sets, so that a year passes in minutes.

import { sql } from 'kysely';
import { failStart, startServer } from '#server/start.ts';

let now = new Date(process.env.CLOCK ?? '');
const started = startServer(process.env, () => now);
started.catch(failStart);

process.on('message', async (message) => {
  const time = new Date(String(message));
  // The server was there while the time passed: its heart did not stop.
  await sql`update heartbeat set at = greatest(at, ${time})`.execute(await started);
  now = time;
  process.send?.('reached');
});
