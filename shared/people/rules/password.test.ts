import { expect, it } from 'vitest';
import { passwordProblem } from './password.ts';

const NIP = '198812042014021003';

it.each([
  ['amuntai99', 'short'],
  ['x'.repeat(201), 'long'],
  [NIP, 'own-number'],
  ['19881204 201402', 'own-number'],
  ['0412198800', 'own-number'],
  ['1234567890', 'pattern'],
  ['abcdefghijk', 'pattern'],
  ['aaaaaaaaaaaa', 'pattern'],
  ['sungai negara', null],
  ['Pasar terapung 7', null],
])('%j is %j', (password, problem) => {
  expect(passwordProblem(password, NIP)).toBe(problem);
});
