import { describe, expect, it } from 'vitest';
import { hostOf, isWebAddress } from './web-address.ts';

describe('a web address', () => {
  it.each([
    ['https://drive.google.com/file/d/1', 'drive.google.com'],
    ['HTTP://dishub.hsukab.go.id', 'dishub.hsukab.go.id'],
    ['https://medium.com/@penguji/catatan?x=a@b#c@d', 'medium.com'],
    ['http://10.0.0.5:8080/laporan', '10.0.0.5:8080'],
  ])('%s leads to %s', (text, host) => {
    expect(hostOf(text)).toBe(host);
  });

  it.each([
    ...[
      'https://site@evil.example',
      'https://site:pw@evil.example/',
      'https://@evil.example',
      'https://:@evil.example',
    ],
    ...['https://bkn.go.id%40evil.example@evil.example', 'https:\\\\evil.example', 'https://site\\@evil.example'],
    ...['javascript:alert(1)', 'data:text/html,x', 'ftp://x', '//x', 'x', '', 'https://', 'https:///', 'https://a b'],
  ])('%s is none that is taken', (text) => {
    expect(isWebAddress(text)).toBe(false);
  });
});
