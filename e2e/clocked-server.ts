// The real server with a clock that a test sets, so that a year passes in minutes.

import { failStart, startServer } from '../server/start.ts';

let now = new Date(process.env.CLOCK ?? '');
process.on('message', (time) => {
  now = new Date(String(time));
});

startServer(process.env, () => now).catch(failStart);
