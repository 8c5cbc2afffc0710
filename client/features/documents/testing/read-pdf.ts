// Reads a PDF back: what stands where on which page.

import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Fonts } from '../fonts.ts';

export interface Word {
  page: number;
  text: string;
  /** Points from the left and from the top, of the left end of the line it stands on. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ReadPage {
  width: number;
  height: number;
  words: Word[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items.flatMap((item): Word[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , x, y] = item.transform as number[];
      return [
        { page: number, text: item.str, x: x ?? 0, y: height - (y ?? 0), width: item.width, height: item.height },
      ];
    });
    pages.push({ width, height, words });
  }
  await pdf.loadingTask.destroy();
  return pages;
}

/** The typeface from where it is installed. */
export async function installedFonts(): Promise<Fonts> {
  const at = (file: string) => readFile(`node_modules/@expo-google-fonts/plus-jakarta-sans/${file}`);
  const [regular, bold] = await Promise.all([
    at('400Regular/PlusJakartaSans_400Regular.ttf'),
    at('700Bold/PlusJakartaSans_700Bold.ttf'),
  ]);
  return { regular: new Uint8Array(regular), bold: new Uint8Array(bold) };
}
