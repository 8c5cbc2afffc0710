import { expect, it } from 'vitest';
import { activationMark, codeOf, plainCode, readActivationMark, spacedCode } from './activation-code.ts';

it.each([
  ['7KQ2-9FXM-4TRA', '7KQ29FXM4TRA'],
  [' 7kq2 9fxm 4tra ', '7KQ29FXM4TRA'],
  ['IL0o-9FXM-4TRA', '11009FXM4TRA'],
  ['7KQ2-9FXM-4TR', null],
  ['7KQ2-9FXM-4TRU', null],
  ['', null],
])('%j is %j', (typed, plain) => {
  expect(plainCode(typed)).toBe(plain);
});

it('a code of random bytes is one, and comes back from the address of a slip', () => {
  const code = codeOf(new Uint8Array(12).map((_, index) => index * 21 + 5));
  expect(plainCode(spacedCode(code))).toBe(code);
  expect(spacedCode(code)).toMatch(/^.{4}-.{4}-.{4}$/);
  expect(readActivationMark(activationMark('198812042014021003', code))).toEqual({ nip: '198812042014021003', code });
  expect(readActivationMark('x')).toBeNull();
});
