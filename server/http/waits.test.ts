// Every wait has an end: the wire to the database dies without a word, a lock is never given back, a request never ends.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect as dial } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connect } from '#server/db/database.ts';
import { startTestServer, type TestServer } from '#server/testing/server.ts';
import { Wire } from '#server/testing/wire.ts';
import { PROTOCOL } from '#shared/sync/protocol.ts';

const EMPLOYEE = { id: 'penguji-1', nip: '198812042014021003' };
/** Milliseconds. */
const TIMEOUT = 2500;
const SOON = 6 * TIMEOUT;

let wire: Wire;
let server: TestServer;
let cookie: string;
beforeAll(async () => {
  wire = await Wire.to(inject('postgres'));
  server = await startTestServer(undefined, {
    settings: { databaseTimeout: TIMEOUT, requestTimeout: 400 },
    ...{ pingMs: 300, through: (url) => wire.through(url) },
  });
  cookie = await server.signIn(EMPLOYEE.nip);
  await server.app.listen({ host: '127.0.0.1', port: 0 });
}, 60_000);
afterAll(async () => {
  await server.close();
  wire.close();
});

function sync() {
  const envelope = { protocol: PROTOCOL, app: 't', actor: EMPLOYEE.id, device: randomUUID(), mutations: [], known: {} };
  const payload = { ...envelope, epoch: null, settled: 0 };
  return server.app.inject({ method: 'POST', url: '/api/sync', headers: { cookie }, payload });
}
const ready = async () => (await server.app.inject('/api/health/ready')).statusCode;

/** The answer, or the word that there was none in time. */
const within = <Answer>(milliseconds: number, answer: Promise<Answer>) =>
  Promise.race([answer, sleep(milliseconds).then(() => 'no answer' as const)]);

/** Asks until the condition holds; false where it does not in time. */
async function comesTrue(milliseconds: number, holds: () => Promise<boolean>): Promise<boolean> {
  for (const until = Date.now() + milliseconds; Date.now() < until; await sleep(50)) if (await holds()) return true;
  return false;
}

describe('connections that die without a word', () => {
  it('cost those in flight a later time, never those who come after', async () => {
    const others = connect(inject('postgres'), { connections: 1 });
    const waiting = Array.from({ length: 20 }, async () => {
      await sleep(Math.random() * 30);
      return (await sync()).statusCode;
    });
    await sleep(15);
    wire.fallSilent();
    await sleep(200);
    expect(await within(SOON, ready())).toBe(503);
    const statuses = await within(2 * SOON, Promise.all(waiting));
    expect(statuses).not.toBe('no answer');
    expect(new Set(statuses as number[]).difference(new Set([200, 503])).size).toBe(0);
    wire.restore();
    const together = () => Promise.all(Array.from({ length: 12 }, async () => (await sync()).statusCode));
    expect(await comesTrue(SOON, async () => (await together()).every((status) => status === 200))).toBe(true);
    expect(await ready()).toBe(200);
    await others.destroy();
  }, 90_000);

  it('are noticed by whoever only listens, and those who were not told meanwhile are told', async () => {
    const heard: string[] = [];
    const scope = 'w:silent';
    const stop = server.pokes.listen({
      ...{ tenant: 'dishub-hsu', scopes: new Set([scope]), session: '' },
      ...{ poke: (what) => heard.push(what), close: () => undefined },
    });
    wire.fallSilent();
    await sleep(1200);
    wire.restore();
    expect(await comesTrue(SOON, async () => heard.includes('changed'))).toBe(true);
    heard.length = 0;
    const told = async () => {
      server.pokes.moved('dishub-hsu', [scope]);
      await sleep(100);
      return heard.includes('changed');
    };
    expect(await comesTrue(SOON, told)).toBe(true);
    stop();
  }, 60_000);
});

describe('a lock that is not given back', () => {
  it('ends the waiting, and a transaction that stopped thinking ends itself', async () => {
    const locked = server.db.transaction().execute(async (tx) => {
      await sql`select from device for update`.execute(tx);
      await sql`lock table device in access exclusive mode`.execute(tx);
      await sleep(TIMEOUT * 2 + 500);
      return 'still there';
    });
    await sleep(50);
    const answer = await within(SOON, sync());
    expect(answer).toMatchObject({ statusCode: 503 });
    await expect(locked).rejects.toThrow();
    expect((await sync()).statusCode).toBe(200);
  }, 60_000);
});

describe('a request that does not come to its end', () => {
  const dialled = async () => {
    const { port } = server.app.server.address() as AddressInfo;
    const socket = dial(port, '127.0.0.1');
    await once(socket, 'connect');
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    socket.on('error', () => undefined);
    const closed = once(socket, 'close').then(() => answer);
    return { socket, closed };
  };
  const head = 'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

  it('is ended, be it the head or a body that trickles', async () => {
    for (const begin of [
      '',
      'GET /api/health/live HT',
      `${head}content-length: 4000\r\n\r\n`,
      `${head}transfer-encoding: chunked\r\n\r\n`,
    ]) {
      const { socket, closed } = await dialled();
      socket.write(begin);
      const trickle = setInterval(() => socket.write(begin.includes('chunked') ? '1\r\nx\r\n' : 'x'), 150);
      const answer = await within(5000, closed);
      clearInterval(trickle);
      socket.destroy();
      expect(answer, begin).not.toBe('no answer');
      if (begin.startsWith('POST')) expect(answer).toContain('408 Request Timeout');
    }
  }, 60_000);

  it('is let go on while it keeps a pace, however long it takes', async () => {
    const { socket, closed } = await dialled();
    const body = JSON.stringify({ nip: EMPLOYEE.nip, password: 'x'.repeat(1500) });
    socket.write(`${head}connection: close\r\ncontent-length: ${body.length}\r\n\r\n`);
    for (let at = 0; at < body.length; at += 100) {
      socket.write(body.slice(at, at + 100));
      await sleep(100);
    }
    expect(await within(5000, closed)).toContain('400 Bad Request');
  }, 60_000);
});
