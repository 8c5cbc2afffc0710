import { expect, it } from 'vitest';
import { ActGate, type GatePorts, isSecondTap } from './act-gate.ts';

function world() {
  const button = new EventTarget();
  const screen: GatePorts['screen'] = { tap: { at: 0, x: 0, y: 0, on: null }, changes: [] };
  const at = {
    now: 1_000,
    set tapped(time: number) {
      screen.tap = { at: time, x: 100, y: 200, on: button };
    },
  };
  at.tapped = 1_000;
  const waiting: (() => void)[] = [];
  const gate = new ActGate({
    screen,
    now: () => at.now,
    later: (act) => waiting.push(act),
  });
  let done = 0;
  let end = () => {};
  const work = () =>
    new Promise<boolean>((resolve) => {
      end = () => {
        done += 1;
        resolve(true);
      };
    });
  return {
    ...{ gate, screen, at, work, waiting, button },
    done: () => done,
    finish: () => end(),
    tap: (time: number, heard = time) => {
      at.tapped = time;
      at.now = heard;
      return gate.tap(work, (taken) => taken);
    },
  };
}

it('the second tap of a double tap is not taken while the act is under way', async () => {
  const { tap, finish, done } = world();
  const first = tap(1_000);
  expect(await tap(1_150)).toBeUndefined();
  finish();
  expect(await first).toBe(true);
  expect(done()).toBe(1);
});

it('nor when it falls on the screen that the first tap changed', async () => {
  const { tap, finish, done, at } = world();
  const first = tap(1_000);
  at.now = 1_020;
  finish();
  await first;
  expect(await tap(1_160)).toBeUndefined();
  expect(done()).toBe(1);
});

it('a tap that a slow processor tells of late is known by its own time', async () => {
  const { tap, finish, done, at } = world();
  const first = tap(1_000);
  at.now = 3_000;
  finish();
  await first;
  expect(await tap(1_150, 3_100)).toBeUndefined();
  expect(done()).toBe(1);
});

it('the next wish is taken, and so is a new try of what was refused', async () => {
  const { gate, tap, finish, done, at } = world();
  const first = tap(1_000);
  at.now = 1_020;
  finish();
  await first;
  const next = tap(1_600);
  finish();
  expect(await next).toBe(true);
  expect(done()).toBe(2);
  at.tapped = 3_000;
  expect(
    await gate.tap(
      async () => false,
      (taken) => taken,
    ),
  ).toBe(false);
  at.tapped = 3_100;
  expect(
    await gate.tap(
      async () => true,
      (taken) => taken,
    ),
  ).toBe(true);
});

it('an act that fails opens the gate again', async () => {
  const { gate } = world();
  await expect(
    gate.tap(
      () => Promise.reject(new Error('storage')),
      () => true,
    ),
  ).rejects.toThrow('storage');
  expect(gate.busy.value).toBe(false);
  expect(gate.closed.value).toBe(false);
});

it('what no tap asked for waits for its turn and is not dropped', async () => {
  const { gate, tap, finish, done, at } = world();
  const first = tap(1_000);
  const order: number[] = [];
  const choice = gate.inTurn(async () => order.push(done()));
  const other = gate.inTurn(async () => order.push(done() + 1));
  at.now = 1_010;
  finish();
  await Promise.all([first, choice, other]);
  expect(order).toEqual([1, 2]);
});

it('a question that opens under the finger is not answered by the second tap that opened it', async () => {
  const { gate, at } = world();
  at.now = 1_010;
  gate.changed();
  at.tapped = 1_150;
  at.now = 1_150;
  const answer = () =>
    gate.tap(
      async () => true,
      () => true,
    );
  expect(await answer()).toBeUndefined();
  at.tapped = 1_700;
  expect(await answer()).toBe(true);
});

it('a second tap falls on nothing that took the place of the first one’s button; a tap elsewhere is meant', async () => {
  const { tap, finish, screen, at } = world();
  const first = tap(1_000);
  at.now = 1_020;
  finish();
  await first;
  expect(isSecondTap(screen, { at: 1_150, x: 103, y: 198 })).toBe(true);
  expect(isSecondTap(screen, { at: 1_150, x: 103, y: 300 })).toBe(false);
  expect(isSecondTap(screen, { at: 1_600, x: 103, y: 198 })).toBe(false);
});

it('a tap at another place is a wish of its own: it waits for its turn', async () => {
  const { gate, screen, tap, finish, done, at } = world();
  const first = tap(1_000);
  const order: string[] = [];
  const elsewhere = (time: number, x: number) => {
    screen.tap = { at: time, x, y: 400, on: new EventTarget() };
    at.now = time;
    return gate.tap(
      async () => {
        order.push(`${x} after ${done()}`);
        return true;
      },
      (taken) => taken,
    );
  };
  const second = elsewhere(1_100, 300);
  // Its own second tap is none, also while the first still waits.
  const again = elsewhere(1_150, 302);
  const third = elsewhere(1_200, 500);
  finish();
  expect(await Promise.all([first, second, again, third])).toEqual([true, true, undefined, true]);
  expect(order).toEqual(['300 after 1', '500 after 1']);
  // Nor once both it and another one have changed the screen.
  expect(await elsewhere(1_300, 301)).toBeUndefined();
  expect(await tap(1_310)).toBeUndefined();
  expect(await elsewhere(1_320, 700)).toBe(true);
});

it('one button is one place, however wide it is', async () => {
  const { gate, screen, tap, finish, at, button } = world();
  const first = tap(1_000);
  finish();
  await first;
  at.now = 1_200;
  screen.tap = { at: 1_200, x: 400, y: 200, on: button };
  const answer = await gate.tap(
    async () => true,
    () => true,
  );
  expect(answer).toBeUndefined();
});

it('a key is at no place: what follows it at once is no wish of its own', async () => {
  const { gate, tap, finish, at } = world();
  gate.keyed(1_000);
  const act = () =>
    gate.tap(
      async () => true,
      () => true,
    );
  expect(await act()).toBe(true);
  at.now = 1_200;
  gate.keyed(1_200);
  expect(await act()).toBeUndefined();
  expect(await tap(1_300)).toBeUndefined();
  const later = tap(1_600);
  finish();
  expect(await later).toBe(true);
});

it('a form is saved once, whichever of its buttons is pressed meanwhile', async () => {
  const { gate, screen, at } = world();
  const form = {};
  let end = () => {};
  const save = () =>
    gate.tap(
      () =>
        new Promise<boolean>((resolve) => {
          end = () => resolve(true);
        }),
      (taken) => taken,
      form,
    );
  at.tapped = 1_000;
  const first = save();
  screen.tap = { at: 1_100, x: Number.NaN, y: Number.NaN, on: new EventTarget() };
  expect(await save()).toBeUndefined();
  end();
  expect(await first).toBe(true);
});
