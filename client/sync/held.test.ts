import { describe, expect, it } from 'vitest';
import { dispatch, type LocalCall } from './dispatch.ts';
import { HOLD_MS, letQueueGo } from './held.ts';
import { sync } from './syncer.ts';
import { takeBack } from './take-back.ts';
import { newDevice as deviceWith, newId, STORES, type TestDevice, ToyServer } from './testing.ts';

const START = Date.parse('2026-11-24T02:00:00.000Z');
const write = (id: string) => ({ name: 'note.write', args: { id, text: id, place: 'office' }, id: newId() });
const edit = (id: string, to: string) => ({ name: 'note.edit', args: { id, edits: { text: { from: id, to } } } });

describe.each(Object.keys(STORES) as (keyof typeof STORES)[])('on %s', (kind) => {
  function newDevice() {
    const device = deviceWith(kind, new ToyServer());
    let time = START;
    device.ports.now = () => new Date(time);
    return { ...device, pass: (ms: number) => (time += ms) };
  }
  const hold = ({ ports }: TestDevice, ...calls: LocalCall[]) => dispatch(ports, calls, { hold: true });
  const act = ({ ports }: TestDevice, ...calls: LocalCall[]) => dispatch(ports, calls);
  const texts = async ({ rows }: TestDevice) => (await rows()).map(({ text }) => text).sort();
  const queue = async ({ store }: TestDevice) => (await store.read((tx) => tx.outbox())).map(({ seq }) => seq);
  const sent = ({ server }: TestDevice) => server.requests.flatMap(({ mutations }) => mutations.map(({ seq }) => seq));

  it('an act that is held takes effect here at once, and goes when its time is over', async () => {
    const device = newDevice();
    await hold(device, write('a'));
    expect(await texts(device)).toEqual(['a']);
    expect(await sync(device.ports)).toEqual({
      kind: 'settled',
      at: new Date(START).toISOString(),
      heldUntil: new Date(START + HOLD_MS).toISOString(),
    });
    expect(sent(device)).toEqual([]);
    device.pass(HOLD_MS);
    await sync(device.ports);
    expect(sent(device)).toEqual([1]);
    expect(await queue(device)).toEqual([]);
    expect(await texts(device)).toEqual(['a']);
  });

  it('survives a killed process, also while the network is gone', async () => {
    const device = newDevice();
    await hold(device, write('a'), write('b'));
    const again = { ...device, ...device.reopened() };
    again.ports = { ...device.ports, store: again.store };
    device.pass(HOLD_MS);
    device.server.mishaps = [{ kind: 'unreachable' }];
    expect(await sync(again.ports)).toMatchObject({ kind: 'unreachable' });
    await sync(again.ports);
    expect([...device.server.rows.keys()]).toEqual(['a', 'b']);
  });

  it('taken back, it leaves nothing behind, and its number is given to the next', async () => {
    const device = newDevice();
    await act(device, write('a'));
    await sync(device.ports);
    const call = { ...edit('a', 'changed'), id: newId() };
    await hold(device, call);
    expect(await texts(device)).toEqual(['changed']);
    await sync(device.ports);
    expect(await takeBack(device.ports, [call.id])).toBe(true);
    expect(await texts(device)).toEqual(['a']);
    expect(await queue(device)).toEqual([]);
    // A transaction that is repeated, and a second tap.
    expect(await takeBack(device.ports, [call.id])).toBe(true);
    await act(device, write('b'));
    await sync(device.ports);
    expect(sent(device)).toEqual([1, 2]);
    expect([...device.server.rows.values()].map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('what was done after it waits for it, moves up when it is taken back, and keeps its effect', async () => {
    const device = newDevice();
    const [first, second] = [write('a'), write('b')];
    await hold(device, first, second);
    await act(device, write('c'));
    await sync(device.ports);
    expect(sent(device)).toEqual([]);
    expect(device.server.requests.flatMap(({ waiting }) => waiting)).toEqual([]);
    expect(await takeBack(device.ports, [first.id, second.id])).toBe(true);
    expect(await texts(device)).toEqual(['c']);
    await sync(device.ports);
    expect(sent(device)).toEqual([1]);
    expect(await texts(device)).toEqual(['c']);
  });

  it('is not taken back once it may have gone, not even by a clock that was set back', async () => {
    const device = newDevice();
    const call = write('a');
    await hold(device, call);
    device.pass(HOLD_MS);
    device.server.mishaps = ['answer-lost'];
    await sync(device.ports);
    expect(await takeBack(device.ports, [call.id])).toBe(false);
    device.pass(-HOLD_MS / 2);
    expect(await takeBack(device.ports, [call.id])).toBe(false);
    await sync(device.ports);
    expect(await texts(device)).toEqual(['a']);
    expect(device.server.rows.size).toBe(1);
  });

  it('is not taken back once it was carried away with the queue', async () => {
    const device = newDevice();
    const call = write('a');
    await hold(device, call);
    expect((await letQueueGo(device.store)).map(({ id }) => id)).toEqual([call.id]);
    expect(await takeBack(device.ports, [call.id])).toBe(false);
    expect(await texts(device)).toEqual(['a']);
  });

  it('is not taken back from under a later act that builds on it', async () => {
    const device = newDevice();
    const call = write('a');
    await hold(device, call);
    await act(device, edit('a', 'built on it'));
    expect(await takeBack(device.ports, [call.id])).toBe(false);
    device.pass(HOLD_MS);
    await sync(device.ports);
    expect(await texts(device)).toEqual(['built on it']);
  });

  it('a clock that is set back holds nothing for long', async () => {
    const device = newDevice();
    await hold(device, write('a'));
    device.pass(-3_600_000);
    await sync(device.ports);
    expect(sent(device)).toEqual([1]);
  });
});

it('the form that it saved is there again, as it was', async () => {
  const device = deviceWith('IndexedDB', new ToyServer());
  const draft = { key: 'form', value: { note: 'typed with care' }, at: '2026-11-24T02:00:00.000Z', form: 'f', ids: {} };
  await device.store.write((tx) => tx.keepDraft(draft));
  const call = write('a');
  await dispatch(device.ports, [call], { draft: { key: 'form', form: 'f' }, hold: true });
  expect(await device.store.read((tx) => tx.draft('form'))).toBeUndefined();
  expect(await takeBack(device.ports, [call.id])).toBe(true);
  expect(await device.store.read((tx) => tx.draft('form'))).toEqual(draft);
});
