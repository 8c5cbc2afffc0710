import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawing, FILE } from './draw-roles.ts';

it('the roles that are drawn are those by which the program runs', () => {
  expect(readFileSync(FILE, 'utf8')).toBe(drawing());
});
