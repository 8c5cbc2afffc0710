import { describe, expect, it } from 'vitest';
import type { SyncRequest } from '#shared/sync/protocol.ts';
import { dispatch, type LocalCall } from './dispatch.ts';
import { receive } from './receive.ts';
import { sync } from './syncer.ts';
import { newDevice as deviceWith, newId, STORES, type TestDevice, ToyServer } from './testing.ts';

const write = (id: string, text = 'hello', place = 'office') => ({ name: 'note.write', args: { id, text, place } });
const edit = (id: string, edits: object) => ({ name: 'note.edit', args: { id, edits } });
const act = ({ ports }: TestDevice, ...calls: LocalCall[]) => dispatch(ports, calls);
const texts = async ({ rows }: TestDevice) => (await rows()).map(({ text }) => text).sort();
const queue = async ({ store }: TestDevice) => (await store.read((tx) => tx.outbox())).map(({ seq }) => seq);
const base = ({ store }: TestDevice) => store.read((tx) => tx.base());

describe.each(Object.keys(STORES) as (keyof typeof STORES)[])('on %s', (kind) => {
  const newDevice = (server?: ToyServer) => deviceWith(kind, server);

  describe('what the server holds just as it was made here', () => {
    /** The server answers with the numbers alone; `meanwhile` happens while the answer is on its way. */
    const answersHeld = (
      server: ToyServer,
      held: number[],
      meanwhile: () => Promise<unknown> = async () => undefined,
    ) => {
      const ask = server.sync.bind(server);
      server.sync = async (request) => {
        const answer = await ask(request);
        server.sync = ask;
        await meanwhile();
        return answer.ok ? { ok: true, response: { ...answer.response, changes: [], held } } : answer;
      };
    };

    it('is taken from here, with its version, though an act went on meanwhile', async () => {
      const device = newDevice();
      await act(device, write('a'), write('b'), edit('a', { text: { from: 'hello', to: 'first' } }));
      const later = edit('a', { text: { from: 'first', to: 'second' } });
      answersHeld(device.server, [2, 3], () => act(device, later));
      await sync(device.ports);
      expect(device.server.requests[0]?.mutations.map(({ made }) => made?.map((digest) => digest.length))).toEqual([
        [0],
        [12],
        [12],
      ]);
      expect(await texts(device)).toEqual(['hello', 'second']);
      expect((await device.rows()).every(({ version }) => version > 0)).toBe(true);
      expect(await base(device)).toEqual([]);
    });

    /** How long queue and base are as each request goes up. */
    const lengths = (device: TestDevice, before: (n: number) => Promise<unknown> = async () => undefined) => {
      const seen: [queue: number, base: number][] = [];
      const ask = device.server.sync.bind(device.server);
      device.server.leavesOutMade = true;
      device.server.sync = async (request) => {
        seen.push([(await queue(device)).length, (await base(device)).length]);
        const answer = await ask(request);
        await before(seen.length);
        return answer;
      };
      return seen;
    };

    it('makes a long queue shorter with each part', async () => {
      const device = newDevice();
      for (let n = 0; n < 401; n += 1) await act(device, write(`n${n}`));
      const seen = lengths(device);
      await sync(device.ports);
      expect(seen).toEqual([
        [401, 401],
        [201, 201],
        [1, 1],
      ]);
      expect(await queue(device)).toEqual([]);
      expect(await base(device)).toEqual([]);
      expect((await device.rows()).map(({ version }) => version).sort((a, b) => a - b)[0]).toBeGreaterThan(0);
    });

    it('is not so where an act behind it or meanwhile made another row of it, and nothing is lost of that', async () => {
      const device = newDevice();
      for (let n = 0; n < 200; n += 1) await act(device, write(`n${n}`));
      for (let n = 0; n < 200; n += 1) await act(device, write(`m${n}`));
      await act(device, edit('m7', { text: { from: 'hello', to: 'behind' } }));
      const seen = lengths(device, async (n) => {
        if (n === 1) await act(device, edit('n7', { text: { from: 'hello', to: 'meanwhile' } }));
      });
      await sync(device.ports);
      expect(seen[0]).toEqual([401, 401 - 1]);
      expect((await texts(device)).filter((text) => text !== 'hello')).toEqual(['behind', 'meanwhile']);
      expect([...device.server.rows.values()].map(({ text }) => text).sort()).toEqual(await texts(device));
      expect(await queue(device)).toEqual([]);
      expect(await base(device)).toEqual([]);
      const rows = await device.rows();
      expect(rows.every(({ id, version }) => device.server.rows.get(id)?.version === version)).toBe(true);
    });

    it('but was not made here fails, and changes nothing', async () => {
      const device = newDevice();
      await act(device, write('a'));
      answersHeld(device.server, [7]);
      await expect(sync(device.ports)).rejects.toThrow('nothing was made by 7');
      expect(await queue(device)).toEqual([1]);
      expect(await device.store.read((tx) => tx.get('positions'))).toBeUndefined();
      await sync(device.ports);
      expect(await queue(device)).toEqual([]);
      expect((await device.rows()).map(({ version }) => version)).toEqual([1]);
    });
  });

  describe('an act', () => {
    it('is on the disk together with its effect', async () => {
      const device = newDevice();
      expect(await act(device, write('a'))).toEqual({ ok: true });
      expect(await texts(device)).toEqual(['hello']);
      expect(await queue(device)).toEqual([1]);
      expect(await base(device)).toMatchObject([{ key: 'note/mine/a', row: null }]);
    });

    it('of several parts holds or falls as one', async () => {
      const device = newDevice();
      const done = await act(device, write('a'), write('b'), write('a'));
      expect(done).toEqual({ ok: false, index: 2, refusal: { code: 'already-exists' } });
      expect(await texts(device)).toEqual([]);
      expect(await queue(device)).toEqual([]);
    });

    it('that the rules refuse is not queued, and takes no number', async () => {
      const device = newDevice();
      await act(device, edit('nothing', {}));
      await act(device, { name: 'note.explode', args: {} });
      await act(device, write('a'));
      expect(await queue(device)).toEqual([1]);
    });

    it('has one id: asked for again it is done once, and another act under its id stays with the person', async () => {
      const device = newDevice();
      const id = newId();
      const calls = [{ ...write('a'), id }];
      await Promise.all([act(device, ...calls), act(device, ...calls)]);
      expect(await act(device, ...calls)).toEqual({ ok: true });
      expect(await queue(device)).toEqual([1]);
      expect(await act(device, { ...write('b'), id })).toEqual({ ok: false, index: 0, refusal: { code: 'id-taken' } });
      // Also once it was sent; and what was not done yet beside it is done.
      await sync(device.ports);
      expect(await act(device, { ...write('a'), id }, { ...write('b'), id: newId() })).toEqual({ ok: true });
      expect(await queue(device)).toEqual([2]);
      expect(await texts(device)).toEqual(['hello', 'hello']);
    });

    it('whose rule breaks is refused, and nothing of it is queued', async () => {
      const device = newDevice();
      device.server.put({ id: 'a', text: 'hello', place: 'harbour' });
      await sync(device.ports);
      const broken: unknown[] = [];
      const ports = { ...device.ports, failed: (error: unknown) => broken.push(error) };
      const done = await dispatch(ports, [{ name: 'note.fragile', args: { id: 'a' } }]);
      expect(done).toEqual({ ok: false, index: 0, refusal: { code: 'rule-failed' } });
      expect(broken).toHaveLength(1);
      expect(await queue(device)).toEqual([]);
    });

    it('larger than the server takes is refused at once, with its content still in the form', async () => {
      const device = newDevice();
      const done = await act(device, write('a', 'x'.repeat(70_000)));
      expect(done).toMatchObject({ ok: false, refusal: { code: 'malformed' } });
    });

    it('from two tabs at once gets two numbers', async () => {
      const device = newDevice();
      await Promise.all(Array.from({ length: 20 }, (_, i) => act(device, write(`n${i}`))));
      expect(await queue(device)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    });
  });

  describe('a sync', () => {
    it('brings the queue to the server in order and leaves nothing behind', async () => {
      const device = newDevice();
      await act(device, write('a'), write('b'), edit('a', { text: { from: 'hello', to: 'bye' } }));
      expect(await sync(device.ports)).toMatchObject({ kind: 'settled' });
      expect(device.server.requests[0]?.mutations.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect([...device.server.rows.values()].map(({ text }) => text)).toEqual(['bye', 'hello']);
      expect(await queue(device)).toEqual([]);
      expect(await base(device)).toEqual([]);
      expect(await texts(device)).toEqual(['bye', 'hello']);
    });

    it('whose answer was lost sends again, and nothing is there twice', async () => {
      const device = newDevice();
      await act(device, write('a'));
      device.server.mishaps = ['answer-lost'];
      expect(await sync(device.ports)).toMatchObject({ kind: 'unreachable' });
      expect(await queue(device)).toEqual([1]);
      expect(await sync(device.ports)).toMatchObject({ kind: 'settled' });
      expect(device.server.version).toBe(1);
      expect(await texts(device)).toEqual(['hello']);
    });

    it('keeps an acknowledged act until its effect has come back, so that nothing flickers', async () => {
      const device = newDevice();
      await act(device, write('a'));
      device.server.mishaps = ['changes-come-later', { kind: 'unreachable' }];
      await sync(device.ports);
      expect(await queue(device)).toEqual([1]);
      expect(await texts(device)).toEqual(['hello']);
      await sync(device.ports);
      expect(device.server.requests.at(-1)?.mutations).toEqual([]);
      expect(await queue(device)).toEqual([]);
      expect(await texts(device)).toEqual(['hello']);
    });

    it('replays what is pending on the rows that others changed meanwhile', async () => {
      const device = newDevice();
      device.server.put({ id: 'a', text: 'hello', place: 'office' });
      await sync(device.ports);
      await act(device, edit('a', { text: { from: 'hello', to: 'mine' } }));
      device.server.put({ id: 'a', text: 'hello', place: 'harbour' });
      await sync(device.ports);
      expect(await device.rows()).toMatchObject([{ text: 'mine', place: 'harbour' }]);
    });

    it('keeps a refused act with its content and its reason, and goes on with those after it', async () => {
      const device = newDevice();
      const other = newDevice(device.server);
      await act(other, write('a', 'theirs'));
      await sync(other.ports);
      await act(device, write('a', 'mine'), write('b', 'after'));
      await sync(device.ports);
      expect(await texts(device)).toEqual(['after', 'theirs']);
      expect(await device.attention()).toMatchObject([
        { name: 'note.write', args: { id: 'a', text: 'mine' }, refusal: { code: 'already-exists' } },
      ]);
    });

    it('removes the rows of a scope that was left', async () => {
      const device = newDevice();
      device.server.put({ id: 'a', text: 'hello', place: 'office' });
      await sync(device.ports);
      device.server.scopes = [];
      await sync(device.ports);
      expect(await texts(device)).toEqual([]);
    });

    it('of a copied profile becomes a new device and loses nothing', async () => {
      const device = newDevice();
      await act(device, write('a'), write('b'));
      const before = (await device.store.read((tx) => tx.get('device')))?.id;
      device.server.mishaps = [{ kind: 'device-forked' }];
      await sync(device.ports);
      expect((await device.store.read((tx) => tx.get('device')))?.id).not.toBe(before);
      expect([...device.server.rows.keys()]).toEqual(['a', 'b']);
    });

    it('after the server was restored from a backup sends again what it had acknowledged, in order, before what waits', async () => {
      const device = newDevice();
      await act(device, write('a'), write('b'));
      await sync(device.ports);
      const { server } = device;
      // Last night's backup knows nothing of today, neither of this nor of what somebody else did.
      server.rows.clear();
      server.log.clear();
      server.settled.clear();
      server.version = 0;
      server.epoch = newId();
      await act(device, edit('a', { text: { from: 'hello', to: 'bye' } }));
      expect(await sync(device.ports)).toMatchObject({ kind: 'settled' });
      expect(server.requests.at(-1)?.mutations.map(({ name }) => name)).toEqual([
        'note.write',
        'note.write',
        'note.edit',
      ]);
      expect([...server.rows.values()].map(({ text }) => text)).toEqual(['bye', 'hello']);
      expect(await texts(device)).toEqual(['bye', 'hello']);
      expect(await queue(device)).toEqual([]);
    });

    it('of a new history that breaks off after its first page takes nothing away: what was held stays until it has come anew', async () => {
      const device = newDevice();
      const { server } = device;
      for (let n = 1; n <= 5; n += 1) server.put({ id: `n${n}`, text: `n${n}`, place: 'office' });
      await sync(device.ports);
      server.epoch = newId();
      server.rows.delete('n2');
      server.page = 2;
      const told = { kind: 'new-epoch', epoch: server.epoch, spread: 0 } as const;
      server.mishaps = [told, 'answer', { kind: 'unreachable' }];
      expect((await sync(device.ports)).kind).toBe('unreachable');
      expect(await texts(device)).toEqual(['n1', 'n2', 'n3', 'n4', 'n5']);
      expect(await act(device, edit('n1', { text: { from: 'n1', to: 'mine' } }))).toEqual({ ok: true });
      expect((await sync(device.ports)).kind).toBe('settled');
      expect(await texts(device)).toEqual(['mine', 'n3', 'n4', 'n5']);
      expect(await device.store.read((tx) => tx.get('stale'))).toEqual([]);
    });

    it('of a new history comes back in a moment of its own where everybody does', async () => {
      const device = newDevice();
      await sync(device.ports);
      const epoch = newId();
      device.server.epoch = epoch;
      device.server.mishaps = [{ kind: 'new-epoch', epoch, spread: 60 }];
      expect(await sync(device.ports)).toEqual({ kind: 'busy', retryAt: '2026-11-24T02:00:30.000Z' });
      expect(await act(device, write('a'))).toEqual({ ok: true });
      expect((await sync(device.ports)).kind).toBe('settled');
      expect(device.server.rows.size).toBe(1);
    });

    it('of a new history sends again in the order in which things were done, not in that of their rows', async () => {
      const device = newDevice();
      await act(device, write('a'), write('b'), write('c'));
      const made = await device.store.read((tx) => tx.outbox());
      await device.store.write(async (tx) => {
        const device = (await tx.get('device'))?.id ?? '';
        const [a, b, c] = made.map((entry) => ({ ...entry, settledAt: '2026-11-24T02:00:00.000Z', device }));
        // The rows of the last one came first, and those of the second not yet.
        await tx.removeOutbox([1, 3]);
        await tx.addSent([c, a].flatMap((entry) => entry ?? []));
        expect(b?.seq).toBe(2);
      });
      device.server.epoch = newId();
      await device.store.write((tx) => tx.set('epoch', newId()));
      await sync(device.ports);
      const sent = device.server.requests.at(-1)?.mutations.map(({ args }) => (args as { id: string }).id);
      expect(sent).toEqual(['a', 'b', 'c']);
    });

    it('that is told of a fork while an answered act waits for its rows sends everything anew, as the server may have lost it', async () => {
      const device = newDevice();
      await act(device, write('a'));
      device.server.mishaps = ['changes-come-later', { kind: 'unreachable' }];
      await sync(device.ports);
      await act(device, write('b'), write('c'));
      // Put back to a copy that nobody noticed: it knows neither the device nor what it answered.
      device.server.rows.clear();
      device.server.log.clear();
      device.server.version = 0;
      device.server.mishaps = [{ kind: 'device-forked' }];
      expect((await sync(device.ports)).kind).toBe('settled');
      expect(device.server.requests.at(-1)?.mutations.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(await queue(device)).toEqual([]);
      expect([...device.server.rows.keys()]).toEqual(['a', 'b', 'c']);
    });

    it.each([
      [{ kind: 'device-forked' } as const],
      [{ kind: 'new-epoch', epoch: '00000000-0000-7000-8000-000000000000', spread: 0 } as const],
      ['nothing'] as const,
      ['the-same'] as const,
      ['to-and-fro'] as const,
    ])('that is asked to begin anew, or on, again and again stops, and tries later (%o)', async (mishap) => {
      const device = newDevice();
      await act(device, write('a'));
      device.server.mishaps = Array.from({ length: 50 }, () => mishap);
      expect(await sync(device.ports)).toMatchObject({ kind: 'failed', retryAt: expect.any(String) });
      expect(device.server.requests.length).toBeLessThan(5);
      device.server.mishaps = [];
      expect((await sync(device.ports)).kind).toBe('settled');
      expect([...device.server.rows.keys()]).toEqual(['a']);
    });

    it('brings back the row of the server that a refused act wrote without having asked for it', async () => {
      const device = newDevice();
      device.server.put({ id: 'a', text: 'theirs', place: 'office' });
      await sync(device.ports);
      expect(await act(device, { name: 'note.claim', args: { id: 'a' } })).toEqual({ ok: true });
      expect(await texts(device)).toEqual(['claimed']);
      await sync(device.ports);
      expect(await texts(device)).toEqual(['theirs']);
      expect(await device.attention()).toHaveLength(1);
    });

    it('takes rows in though the rule of a pending act breaks on them', async () => {
      const device = newDevice();
      const { server, store, ports } = device;
      server.put({ id: 'a', text: 'hello', place: 'office' });
      await sync(ports);
      await act(device, { name: 'note.fragile', args: { id: 'a' } });
      server.put({ id: 'a', text: 'hello', place: 'harbour' });
      const asked = await server.sync({ ...server.requests[0], mutations: [], known: {} } as SyncRequest);
      const broken: unknown[] = [];
      const receiving = { ...ports, failed: (error: unknown) => broken.push(error) };
      if (asked.ok) await store.write((tx) => receive(tx, asked.response, receiving));
      expect(await device.rows()).toMatchObject([{ text: 'hello', place: 'harbour' }]);
      expect(broken).toHaveLength(1);
      expect(await queue(device)).toEqual([1]);
    });

    it('tells with its first request what waits for the next ones, once, and pulls with the last', async () => {
      const device = newDevice();
      for (let n = 0; n < 450; n += 1) await act(device, write(`n${n}`));
      await sync(device.ports);
      const { requests } = device.server;
      expect(requests.map(({ waiting }) => waiting.length)).toEqual([250, 0, 0]);
      expect(requests.map(({ continues }) => continues)).toEqual([true, true, false]);
      expect(new Set(requests[0]?.waiting).size).toBe(250);
      expect(await queue(device)).toEqual([]);
    });

    it('of a new history sends again once what an older app has noted twice as acknowledged', async () => {
      const device = newDevice();
      await act(device, write('a'));
      await sync(device.ports);
      await device.store.write(async (tx) =>
        tx.addSent((await tx.sent()).map((entry) => ({ ...entry, order: undefined, seq: entry.seq }))),
      );
      const { server } = device;
      server.rows.clear();
      server.log.clear();
      server.settled.clear();
      server.version = 0;
      server.epoch = newId();
      expect((await sync(device.ports)).kind).toBe('settled');
      expect([...server.rows.keys()]).toEqual(['a']);
    });

    it('splits a queue that is too large for one request', async () => {
      const device = newDevice();
      for (let i = 0; i < 450; i += 1) await act(device, write(`n${i}`));
      device.server.mishaps = [{ kind: 'too-large' }];
      await sync(device.ports);
      expect(device.server.requests.map(({ mutations }) => mutations.length)).toEqual([200, 100, 100, 100, 100, 50]);
      expect(device.server.rows.size).toBe(450);
    });

    it.each(['signed-out', 'other-person', 'outdated', 'captive', 'unreachable', 'failed'] as const)(
      'that ends as %s keeps the queue and says so',
      async (kind) => {
        const device = newDevice();
        await act(device, write('a'));
        device.server.mishaps = [{ kind }];
        expect((await sync(device.ports)).kind).toBe(kind);
        expect(await queue(device)).toEqual([1]);
        expect((await device.store.read((tx) => tx.get('status')))?.kind).toBe(kind);
        await sync(device.ports);
        expect(device.server.rows.size).toBe(1);
      },
    );

    it('in maintenance tells until when and why', async () => {
      const device = newDevice();
      device.server.mishaps = [{ kind: 'maintenance', until: '2026-11-24T05:00:00.000Z', message: 'Pindah' }];
      expect(await sync(device.ports)).toMatchObject({ until: '2026-11-24T05:00:00.000Z', message: 'Pindah' });
    });
  });

  it('a device that was closed in the middle goes on where it stopped', async () => {
    const server = new ToyServer();
    const device = newDevice(server);
    for (let i = 0; i < 5; i += 1) await act(device, write(newId()));
    server.mishaps = ['answer-lost'];
    await sync(device.ports);
    await sync({ ...device.ports, store: device.reopened().store });
    expect(server.rows.size).toBe(5);
  });
});
