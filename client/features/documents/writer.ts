// A page that is written from top to bottom. Everything on it is a table or flows like one: what does not fit in its line
// wraps, what does not fit on the page goes on over it, and nothing is printed over anything else.

import { jsPDF } from 'jspdf';
import { autoTable, type CellInput, type RowInput, type UserOptions } from 'jspdf-autotable';
import type { Fonts } from './fonts.ts';

/** Millimetres. */
export const MARGIN = 12;
export const FOOT = 26;
const FAMILY = 'Plus Jakarta Sans';

export class Writer {
  readonly doc: jsPDF;
  /** Where the next thing begins. */
  y = MARGIN;
  #glyphs: ReadonlySet<number>;

  constructor({ landscape, fonts }: { landscape: boolean; fonts: Fonts }) {
    this.doc = new jsPDF({ orientation: landscape ? 'landscape' : 'portrait', format: 'a4', compress: true });
    for (const [style, bytes] of [['normal', fonts.regular] as const, ['bold', fonts.bold] as const]) {
      const file = `${style}.ttf`;
      this.doc.addFileToVFS(file, binary(bytes));
      this.doc.addFont(file, FAMILY, style);
    }
    this.doc.setFont(FAMILY, 'normal');
    this.#glyphs = lettersOf(this.doc);
  }

  get width(): number {
    return this.doc.internal.pageSize.getWidth() - 2 * MARGIN;
  }

  get bottom(): number {
    return this.doc.internal.pageSize.getHeight() - FOOT;
  }

  style(weight: 'normal' | 'bold', size: number, colour = 0): jsPDF {
    return this.doc.setFont(FAMILY, weight).setFontSize(size).setTextColor(colour);
  }

  /** Begins a page where so much does not fit on this one. */
  room(height: number): void {
    if (this.y + height > this.bottom) this.page();
  }

  page(): void {
    this.doc.addPage();
    this.y = MARGIN;
  }

  /** Lines in the middle of the page, wrapped. */
  centred(text: string, weight: 'normal' | 'bold', size: number): void {
    const height = size * 0.45;
    const lines = this.style(weight, size).splitTextToSize(this.printable(text), this.width) as string[];
    for (const line of lines) {
      this.room(height);
      this.doc.text(line, MARGIN + this.width / 2, this.y + height * 0.8, { align: 'center' });
      this.y += height;
    }
  }

  table(options: UserOptions & { body: RowInput[] }): void {
    autoTable(this.doc, {
      theme: 'grid',
      rowPageBreak: 'avoid',
      startY: this.y,
      margin: { left: MARGIN, right: MARGIN, top: MARGIN, bottom: FOOT },
      ...options,
      styles: {
        font: FAMILY,
        fontSize: 8,
        cellPadding: 1.4,
        lineColor: 120,
        lineWidth: 0.1,
        textColor: 0,
        overflow: 'linebreak',
        ...options.styles,
      },
      headStyles: { fillColor: [226, 238, 236], textColor: 0, fontStyle: 'bold', ...options.headStyles },
      didDrawPage: ({ cursor }) => {
        if (cursor) this.y = cursor.y;
      },
    });
  }

  cell(
    content: string | number,
    more: Exclude<CellInput, string | number | boolean | string[] | null | undefined> = {},
  ) {
    return { content: this.printable(String(content)), ...more };
  }

  /**
   * As the typeface has it: letters and their marks in one (NFC), a letter that it lacks without its marks, and where it has
   * nothing of it a white square, which nobody takes for another letter.
   */
  printable(text: string): string {
    const known = (letter: string) => letter === '\n' || this.#glyphs.has(letter.codePointAt(0) ?? 0);
    return [...text.normalize('NFC').replaceAll('\t', ' ').replaceAll('\r', '')]
      .map((letter) => {
        if (known(letter)) return letter;
        const plain = [...letter.normalize('NFKD')].filter(known).join('');
        if (plain !== '') return plain;
        return /\p{M}|\p{C}/u.test(letter) ? '' : '\u25a1';
      })
      .join('');
  }
}

/** What jsPDF keeps of an embedded face, as far as it is needed here. */
interface Face {
  metadata?: { cmap?: { unicode?: { codeMap: Record<string, number> } } };
}

function lettersOf(doc: jsPDF): ReadonlySet<number> {
  const { metadata } = doc.getFont() as unknown as Face;
  const codes = Object.entries(metadata?.cmap?.unicode?.codeMap ?? {}).flatMap(([code, glyph]) =>
    glyph > 0 ? [Number(code)] : [],
  );
  if (codes.length === 0) throw new Error('the typeface has no letters');
  return new Set(codes);
}

/** jsPDF keeps files as text of one byte a letter. */
function binary(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
