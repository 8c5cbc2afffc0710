// Slips with one-time codes as PDF (A4), to be cut and handed out: two beside each other, each unit on pages of its own.

import { encode } from 'uqr';
import { accounts } from '#client/i18n/sign-in.ts';
import { formatNip } from '#shared/people/rules/nip.ts';
import type { Fonts } from './fonts.ts';
import { MARGIN, Writer } from './writer.ts';

export interface Slip {
  unit: string;
  name: string;
  nip: string;
  /** As it is printed. */
  code: string;
  /** What the QR code leads to. */
  link: string;
}

export interface SlipSheet {
  agency: string;
  /** Where the page of activation is, without what only one person has. */
  address: string;
  /** The last day, YYYY-MM-DD. */
  until: string;
  /** Those of a unit stand together. */
  slips: readonly Slip[];
}

/** Millimetres. */
const HEIGHT = 52;
const QR = 32;
const PAD = 4;
const HEAD = 12;
const ROWS = 5;

export function slipsPdf({ agency, address, until, slips }: SlipSheet, fonts: Fonts): Uint8Array {
  const writer = new Writer({ landscape: false, fonts });
  const { doc, width } = writer;
  doc.setProperties({ title: accounts.slip.title, author: agency });
  const column = width / 2;
  let [unit, place] = [null as string | null, 0];
  for (const slip of slips) {
    if (slip.unit !== unit || place === 2 * ROWS) {
      if (unit !== null) doc.addPage();
      [unit, place] = [slip.unit, 0];
      writer.style('bold', 11).text(writer.printable(slip.unit), MARGIN, MARGIN + 4, { maxWidth: width });
      writer.style('normal', 8, 90).text(writer.printable(agency), MARGIN, MARGIN + 9, { maxWidth: width });
    }
    const left = MARGIN + (place % 2) * column;
    const top = MARGIN + HEAD + Math.floor(place / 2) * HEIGHT;
    draw(writer, slip, { left, top, width: column, address, until });
    place += 1;
  }
  return new Uint8Array(doc.output('arraybuffer'));
}

interface Place {
  left: number;
  top: number;
  width: number;
  address: string;
  until: string;
}

function draw(writer: Writer, slip: Slip, { left, top, width, address, until }: Place): void {
  const { doc } = writer;
  doc.setDrawColor(160).setLineWidth(0.2).setLineDashPattern([1.5, 1.5], 0);
  doc.rect(left, top, width, HEIGHT);
  doc.setLineDashPattern([], 0);
  const { data, size } = encode(slip.link, { border: 0 });
  const dot = QR / size;
  doc.setFillColor('#000000');
  for (const [row, cells] of data.entries()) {
    for (const [at, dark] of cells.entries()) {
      // A little larger than its place, so that no hair of white shows between two dark ones.
      if (dark) doc.rect(left + PAD + at * dot, top + PAD + row * dot, dot + 0.02, dot + 0.02, 'F');
    }
  }
  const beside = left + QR + 2 * PAD;
  const room = width - QR - 3 * PAD;
  let y = top + PAD + 3;
  const line = (text: string, weight: 'normal' | 'bold', points: number, most: number) => {
    const lines = writer.style(weight, points).splitTextToSize(writer.printable(text), room) as string[];
    for (const one of lines.slice(0, most)) {
      doc.text(one, beside, y);
      y += points * 0.42;
    }
  };
  line(slip.name, 'bold', 10, 2);
  line(formatNip(slip.nip), 'normal', 8, 1);
  y += 1.5;
  for (const step of accounts.slip.steps(address)) line(step, 'normal', 8, 2);
  const foot = top + QR + 2 * PAD + 4;
  writer.style('normal', 8).text(accounts.slip.code, left + PAD, foot);
  writer.style('bold', 13).text(slip.code, left + PAD + 10, foot);
  writer.style('normal', 7, 90).text(writer.printable(accounts.slip.until(until)), left + PAD, foot + 5);
}
