// The server as it runs: with the settings of its environment and the clock of the machine.

import { failStart, startServer } from './start.ts';

startServer(process.env, () => new Date()).catch(failStart);
