import { expect, it } from 'vitest';
import { typedLines, typedTitle } from './describe-draft.ts';

const valuesOf = (value: unknown) => typedLines(value).map((line) => line.value);

it('fields of an act are named', () => {
  expect(typedLines({ title: 'Uji rem', date: '2026-11-24' })).toEqual([
    { label: 'Kegiatan', value: 'Uji rem' },
    { label: 'Tanggal', value: '24 November 2026' },
  ]);
  expect(typedTitle({ title: 'Uji rem' })).toBe('Uji rem');
});

it('a text in a form of another shape is shown too, once', () => {
  const value = {
    results: { 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6': 'Sudah selesai semua' },
    behaviours: { harmonis: { text: 'Membantu rekan baru' } },
    kind: 'tahunan',
    note: 'Mohon ditinjau',
  };
  expect(valuesOf(value).join('|')).toContain('Sudah selesai semua');
  expect(valuesOf(value).join('|')).toContain('Membantu rekan baru');
  expect(valuesOf(value).filter((text) => text.includes('Mohon ditinjau'))).toHaveLength(1);
  expect(valuesOf(value).join('|')).not.toContain('f81d4fae');
});

it('of an edit, what it was changed to', () => {
  expect(valuesOf({ from: 'Kata yang lama', to: 'Kata yang baru' })).toEqual(['Kata yang baru']);
});

it.each([null, 'x', 7, [], {}])('a draft of an older app may hold anything: %j', (value) => {
  expect(Array.isArray(typedLines(value))).toBe(true);
});

it('a note of an older app is its text', () => {
  expect(valuesOf('Kalimat yang diketik')).toEqual(['Kalimat yang diketik']);
});
