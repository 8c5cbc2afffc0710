import { expect, it } from 'vitest';
import { isPdf } from './photo.ts';

it('a PDF is known by its content, whatever it is announced as', async () => {
  for (const type of ['application/pdf', 'application/octet-stream', '', 'image/jpeg']) {
    expect(await isPdf(new File(['%PDF-1.7 ...'], 'Surat.pdf', { type }))).toBe(true);
    expect(await isPdf(new File(['<html>'], 'Surat.pdf', { type }))).toBe(false);
    expect(await isPdf(new File([], 'Surat.pdf', { type }))).toBe(false);
  }
});
