import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { EventStreams } from './event-streams.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

/** A stream as a browser opens it: what its first line said, and when it ended. */
async function stream(cookie: string): Promise<{ socket: Socket; status: number; ended: Promise<void> }> {
  const { port } = server.app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET /api/events HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\n\r\n`);
  const [first] = (await once(socket, 'data')) as [Buffer];
  // The answer ends with an empty piece (RFC 9112, 7.1); the connection may serve others.
  const ended = new Promise<void>((done) => {
    socket.on('data', (bytes: Buffer) => bytes.toString().endsWith('0\r\n\r\n') && done());
  });
  return { socket, status: Number(first.toString().split(' ')[1]), ended };
}

it('a session has a few streams, and one too many is told so and does no harm to the others', async () => {
  const cookie = await server.signIn('198812042014021003');
  const streams = await Promise.all(Array.from({ length: 40 }, () => stream(cookie)));
  const open = streams.filter(({ status }) => status === 200);
  expect(open).toHaveLength(6);
  expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200, 429]));
  open[0]?.socket.destroy();
  await sleep(100);
  const again = await stream(cookie);
  expect(again.status).toBe(200);
  for (const { socket } of [...streams, again]) socket.destroy();
});

it('a stream that leaves while it still waits for the database gives its place back', async () => {
  const cookie = await server.signIn('199203192015031002');
  const { port } = server.app.server.address() as AddressInfo;
  await server.db.transaction().execute(async (tx) => {
    // Whose scopes these are cannot be asked for now.
    await sql`lock table assignment in access exclusive mode`.execute(tx);
    const leaving = Array.from({ length: 6 }, () => connect(port, '127.0.0.1'));
    for (const socket of leaving) socket.write(`GET /api/events HTTP/1.1\r\nhost: x\r\ncookie: ${cookie}\r\n\r\n`);
    await sleep(300);
    for (const socket of leaving) socket.destroy();
    await sleep(100);
  });
  await sleep(100);
  const next = await stream(cookie);
  expect(next.status).toBe(200);
  next.socket.destroy();
});

it('a stream ends with the sign-out of its session, and no other does', async () => {
  const [mine, other] = [await server.signIn('197808152003121012'), await server.signIn('197808152003121012')];
  const [ends, stays] = [await stream(mine), await stream(other)];
  let ended = false;
  void stays.ended.then(() => {
    ended = true;
  });
  await server.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: mine } });
  await ends.ended;
  expect(ended).toBe(false);
  for (const { socket } of [ends, stays]) socket.destroy();
});

it('a stream whose session has expired, or is gone without anybody having said so, ends at the next look', async () => {
  const streams = new EventStreams();
  const closed: string[] = [];
  const tokens = ['aa', 'bb', 'cc'];
  for (const session of tokens) streams.take({ session, person: 'x', close: () => closed.push(session) });
  const lasts = { aa: '2026-12-01', bb: '2026-11-24' };
  for (const [session, expires] of Object.entries(lasts)) {
    await sql`insert into session select decode(${session}, 'hex'), agency_id, employee_id, created_at, ${expires}
      from session limit 1`.execute(server.db);
  }
  await streams.sweep(server.db, server.time.now);
  expect(closed).toEqual(['bb', 'cc']);
});
