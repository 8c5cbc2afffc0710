// Requests that never end. Node ends a head that does not come; Fastify switches its limit for the body off, and a fixed
// one would cut a photo on a 2G link. So a body must keep a pace that any link keeps, whatever its size.

import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { App } from '#server/services.ts';

/** What Apache's mod_reqtimeout asks for by default. */
const BYTES_PER_SECOND = 500;
const ANSWER = 'HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n';

/** `patience`: milliseconds from the head of a request on, before its pace counts. */
export function endSlowRequests(app: App, patience: number): void {
  app.addHook('onRequest', async ({ raw }) => {
    const { socket } = raw;
    if (raw.complete || !hasBody(raw) || !(socket instanceof Socket)) return;
    const [began, before] = [performance.now(), socket.bytesRead];
    const looking = setInterval(() => {
      if (raw.complete || socket.destroyed) return clearInterval(looking);
      const seconds = (performance.now() - began - patience) / 1000;
      if (seconds < 0 || socket.bytesRead - before >= seconds * BYTES_PER_SECOND) return;
      clearInterval(looking);
      socket.end(ANSWER, () => socket.destroy());
    }, patience / 4).unref();
    raw.once('close', () => clearInterval(looking));
  });
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
