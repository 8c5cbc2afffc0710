import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { type Slip, slipsPdf } from './slips.ts';
import { installedFonts, readPdf } from './testing/read-pdf.ts';

const slip = (unit: string, number: number): Slip => ({
  ...{ unit, name: `Pegawai Dengan Nama Yang Panjang Sekali, S.Kom., M.AP. ${number}`, nip: '198812042014021003' },
  code: `7KQ2-9FXM-4T${String(number).padStart(2, '0')}`,
  link: `https://kinerja.example.go.id/aktivasi#198812042014021003.7KQ29FXM4T${String(number).padStart(2, '0')}`,
});
const sheet = (slips: Slip[]) => ({
  ...{ agency: 'Dinas Perhubungan', address: 'https://kinerja.example.go.id/aktivasi', until: '2026-12-27', slips },
});

it('each unit begins a page, ten slips stand on one, and nothing runs off it', async () => {
  const many = Array.from({ length: 11 }, (_, index) => slip('Bidang Angkutan', index));
  const pages = await readPdf(slipsPdf(sheet([...many, slip('Sekretariat', 99)]), await installedFonts()));
  expect(pages.map(({ words }) => words[0]?.text)).toEqual(['Bidang Angkutan', 'Bidang Angkutan', 'Sekretariat']);
  const codes = pages.map(({ words }) => words.filter(({ text }) => /^7KQ2-9FXM-4T\d\d$/.test(text)).length);
  expect(codes).toEqual([10, 1, 1]);
  for (const { width, height, words } of pages) {
    for (const { x, y, width: long, text } of words) {
      expect(x + long, text).toBeLessThan(width - 20);
      expect(y, text).toBeLessThan(height - 20);
    }
  }
});

it('the QR code on it is that of the address', async () => {
  const one = slip('Bidang Angkutan', 1);
  const bytes = slipsPdf(sheet([one]), await installedFonts());
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale: 4 });
  const canvas = createCanvas(viewport.width, viewport.height);
  const context = canvas.getContext('2d');
  await page.render({ canvasContext: context as never, viewport, canvas: canvas as never }).promise;
  const { data, size } = encode(one.link, { border: 0 });
  // Where slips.ts puts it: margins of 12 and 4 mm, a heading of 12 mm, 32 mm wide.
  const [left, top, dot] = [16, 28, 32 / size].map((mm) => (mm / 25.4) * 72 * 4) as [number, number, number];
  const dark = data.map((_, row) =>
    Array.from({ length: size }, (_, column) => {
      const { data: pixel } = context.getImageData(left + (column + 0.5) * dot, top + (row + 0.5) * dot, 1, 1);
      return (pixel[0] ?? 255) < 128;
    }),
  );
  expect(dark).toEqual(data);
});
