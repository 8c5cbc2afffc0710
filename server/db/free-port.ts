import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports that systems give to whoever connects or listens without naming one (32768 or 49152 and above): a port
 * of those may be gone again before it is used, and is gone where somebody starts again on it.
 */
const FROM = 15_000;
const TO = 32_000;
const TRIES = 100;

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });

/** A port of the loopback address that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = randomInt(FROM, TO);
    if (await isFree(port)) return port;
  }
  throw new Error('no free port was found');
}
