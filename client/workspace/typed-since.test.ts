import { expect, it } from 'vitest';
import { typedSince } from './typed-since.ts';

it.each([
  ['nothing: the form begins again', { a: 'x' }, { a: 'x' }, { a: '' }, { a: '' }],
  ['one field: the others begin again', { a: 'x', b: 'y' }, { a: 'x', b: 'yz' }, { a: '', b: '' }, { a: '', b: 'yz' }],
  ['a field that is emptied', { a: 'x' }, { a: '' }, { a: 'x' }, { a: '' }],
  ['a cell more', { of: { m: 1 } }, { of: { m: 1, t: 2 } }, { of: {} }, { of: { t: 2 } }],
  [
    'a cell that is changed stays whole',
    { of: { m: { n: 1, q: 1 } } },
    { of: { m: { n: 2, q: 1 } } },
    { of: {} },
    { of: { m: { n: 2, q: 1 } } },
  ],
  ['a cell that is emptied', { of: { m: 1 } }, { of: {} }, { of: {} }, { of: {} }],
  ['an item more', { l: ['a'] }, { l: ['a', 'b'] }, { l: [] }, { l: ['b'] }],
  ['an item less', { l: ['a', 'b'] }, { l: ['b'] }, { l: ['a', 'b', 'c'] }, { l: ['b', 'c'] }],
  ['an item that the form begins with', { l: [] }, { l: ['a'] }, { l: ['a'] }, { l: ['a'] }],
  [
    'a choice where there was none',
    { base: null, a: 'x' },
    { base: null, a: 'y' },
    { base: { a: 'x' }, a: 'x' },
    { base: { a: 'x' }, a: 'y' },
  ],
])('%s', (_what, taken, now, first, left) => {
  expect(typedSince<object>(taken, now, first)).toEqual(left);
});

it('keeps the order of the fields, by which a form is known as it was begun', () => {
  const first = { a: '', b: '' };
  expect(JSON.stringify(typedSince({ b: 'x', a: '' }, { b: '', a: '' }, first))).toBe(JSON.stringify(first));
});
