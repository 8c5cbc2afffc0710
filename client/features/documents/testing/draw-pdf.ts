// Draws the first page of a PDF as a picture for docs/papers.

import { mkdir, writeFile } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const SCALE = 1.1;

export async function drawPdf(bytes: Uint8Array, folder: string, name: string): Promise<void> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  await mkdir(folder, { recursive: true });
  const page = await pdf.getPage(1);
  const viewport = page.getViewport({ scale: SCALE });
  const canvas = createCanvas(viewport.width, viewport.height);
  await page.render({ canvas: canvas as never, viewport, background: 'white' }).promise;
  await writeFile(`${folder}/${name}.png`, await canvas.encode('png'));
  await pdf.loadingTask.destroy();
}
