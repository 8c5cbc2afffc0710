import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { helpOf } from './help.ts';

const ROUTER = readFileSync(new URL('../shell/router.ts', import.meta.url), 'utf8');
const addresses = [...ROUTER.matchAll(/path: '(\/[^':]*)/g)].map(([, path = '']) => path.replace(/(.)\/$/, '$1'));
/** Before anybody is signed in, and what is no screen of a person: there is no help to ask for. */
const WITHOUT = ['/masuk', '/siapkan', '/aktivasi', '/ui'];

it('each screen has help of its own or of the screen that it lies below, in three sentences', () => {
  expect(addresses.length).toBeGreaterThan(40);
  const otherwise = helpOf('/tidak-ada').says;
  for (const address of addresses.filter((one) => !WITHOUT.includes(one))) {
    const { says } = helpOf(address);
    expect(says, address).toHaveLength(3);
    expect(says, address).not.toEqual(otherwise);
    for (const sentence of says) expect(sentence, address).toMatch(/^\p{Lu}.*\.$/u);
  }
});

it('is that of the longest address that fits, with the words that stand on the screen', () => {
  expect(helpOf('/kegiatan/minggu/2026-11-26').says[0]).toContain('lembar');
  expect(helpOf('/kegiatan/0198-abc').says[0]).toContain('sebulan');
  expect(helpOf('/skp').words.map(({ word }) => word)).toEqual(['SKP', 'RHK', 'IKI']);
  expect(helpOf('/tidak-ada').words).toEqual([]);
});
