// A paper as PDF (A4), made on the device. Its foot carries the code, in letters and as QR, by which anybody can check it.

import { jsPDF } from 'jspdf';
import { autoTable } from 'jspdf-autotable';
import { encode } from 'uqr';
import type { Paper, Party, Section } from './paper.ts';

const MARGIN = 12;
const GREY = 110;
/** Millimetres. */
const FOOT = 26;
const QR = 18;

/** `address`: where the code is checked. */
export function pdfOf(paper: Paper, { code, address }: { code: string; address: string }): Uint8Array {
  const doc = new jsPDF({ orientation: paper.landscape ? 'landscape' : 'portrait', format: 'a4', compress: true });
  doc.setProperties({ title: paper.title, author: paper.agency });
  const width = doc.internal.pageSize.getWidth() - 2 * MARGIN;
  const bottom = () => doc.internal.pageSize.getHeight() - FOOT;
  let y = MARGIN + 4;
  const room = (height: number) => {
    if (y + height <= bottom()) return;
    doc.addPage();
    y = MARGIN + 4;
  };

  doc.setFont('helvetica', 'bold').setFontSize(14);
  doc.text(printable(paper.title.toUpperCase()), MARGIN + width / 2, y, { align: 'center' });
  doc.setFontSize(11).text(printable(paper.agency), MARGIN + width / 2, y + 6, { align: 'center' });
  doc.setFont('helvetica', 'normal').setFontSize(9);
  doc.text(printable(paper.subtitle), MARGIN + width / 2, y + 11, { align: 'center' });
  y += 17;

  const beside = paper.landscape ? 2 : 1;
  for (let first = 0; first < paper.parties.length; first += beside) {
    const row = paper.parties.slice(first, first + beside);
    room(34);
    y = Math.max(
      ...row.map((party, index) => drawParty(doc, party, MARGIN + (index * width) / beside, y, width / beside)),
    );
    y += 3;
  }

  const drawSection = ({ title, columns, rows }: Section) => {
    room(20);
    if (title) {
      doc
        .setFont('helvetica', 'bold')
        .setFontSize(10)
        .text(printable(title), MARGIN, y + 3);
      y += 5;
    }
    autoTable(doc, {
      startY: y,
      margin: { left: MARGIN, right: MARGIN, top: MARGIN, bottom: FOOT },
      head: [columns.map((column) => printable(column.title))],
      body: rows.map((row) => row.map((cell) => printable(String(cell)))),
      columnStyles: Object.fromEntries(
        columns.map((column, index) => [
          index,
          { cellWidth: column.width * width, halign: column.numeric ? ('right' as const) : ('left' as const) },
        ]),
      ),
      styles: { fontSize: 8, cellPadding: 1.4, lineColor: 150, lineWidth: 0.1, overflow: 'linebreak' },
      headStyles: { fillColor: [11, 93, 83], textColor: 255 },
      rowPageBreak: 'avoid',
      theme: 'grid',
      didDrawPage: ({ cursor }) => {
        if (cursor) y = cursor.y;
      },
    });
    y += 5;
  };
  for (const section of paper.sections) drawSection(section);

  if (paper.chart) {
    room(12 + paper.chart.bars.length * 6);
    doc
      .setFont('helvetica', 'bold')
      .setFontSize(10)
      .text(printable(paper.chart.title), MARGIN, y + 3);
    y += 6;
    for (const [label, share] of paper.chart.bars) {
      doc
        .setFont('helvetica', 'normal')
        .setFontSize(8)
        .text(printable(label), MARGIN, y + 3);
      doc.setFillColor('#e1e1e1').rect(MARGIN + 34, y, 90, 4, 'F');
      doc.setFillColor(11, 93, 83).rect(MARGIN + 34, y, 90 * share, 4, 'F');
      doc.text(`${Math.round(share * 100)} %`, MARGIN + 127, y + 3);
      y += 6;
    }
    y += 2;
  }

  for (const [label, value] of paper.summary) {
    const lines = doc.setFontSize(9).splitTextToSize(printable(value), width - 62) as string[];
    room(lines.length * 4 + 2);
    doc.setFont('helvetica', 'normal').text(printable(label), MARGIN, y + 3);
    doc.setFont('helvetica', 'bold').text(lines, MARGIN + 62, y + 3);
    y += lines.length * 4 + 2;
  }

  room(38);
  const share = width / paper.signatures.length;
  for (const [index, { title, lines }] of paper.signatures.entries()) {
    const x = MARGIN + index * share + share / 2;
    doc
      .setFont('helvetica', 'normal')
      .setFontSize(9)
      .text(printable(title).split('\n'), x, y + 6, { align: 'center' });
    doc.setFont('helvetica', 'bold').text(printable(lines[0]?.[1] ?? ''), x, y + 31, { align: 'center' });
    doc.setFont('helvetica', 'normal').text(printable(lines[1]?.[1] ?? ''), x, y + 35, { align: 'center' });
  }

  if (paper.annexes.length > 0) {
    doc.addPage();
    y = MARGIN + 4;
    for (const annex of paper.annexes) drawSection(annex);
  }

  for (let page = 1; page <= doc.getNumberOfPages(); page += 1) drawFoot(doc, page, { code, address });
  return new Uint8Array(doc.output('arraybuffer'));
}

function drawParty(doc: jsPDF, { title, lines }: Party, x: number, top: number, width: number): number {
  doc
    .setFont('helvetica', 'bold')
    .setFontSize(9)
    .text(printable(title), x, top + 3);
  let y = top + 8;
  for (const [label, value] of lines) {
    doc.setFont('helvetica', 'normal').setTextColor(GREY).text(printable(label), x, y);
    doc.setTextColor(0);
    const wrapped = doc.splitTextToSize(printable(value), width - 30) as string[];
    doc.text(wrapped, x + 27, y);
    y += Math.max(1, wrapped.length) * 4.2;
  }
  return y;
}

function drawFoot(doc: jsPDF, page: number, { code, address }: { code: string; address: string }): void {
  doc.setPage(page);
  const { data, size } = encode(`${address}/${code}`, { border: 0 });
  const y = doc.internal.pageSize.getHeight() - FOOT + 4;
  const dot = QR / size;
  doc.setFillColor('#000000');
  for (const [row, cells] of data.entries()) {
    for (const [column, dark] of cells.entries()) {
      // A little larger than its place, so that no hair of white shows between two dark ones.
      if (dark) doc.rect(MARGIN + column * dot, y + row * dot, dot + 0.02, dot + 0.02, 'F');
    }
  }
  doc.setFont('helvetica', 'normal').setFontSize(8).setTextColor(GREY);
  doc.text(`Keaslian dapat diperiksa di ${address} dengan kode`, MARGIN + QR + 4, y + 6);
  doc
    .setFont('courier', 'bold')
    .setFontSize(11)
    .setTextColor(0)
    .text(spaced(code), MARGIN + QR + 4, y + 12);
  doc.setFont('helvetica', 'normal').setFontSize(8).setTextColor(GREY);
  const end = doc.internal.pageSize.getWidth() - MARGIN;
  doc.text(`Halaman ${page} dari ${doc.getNumberOfPages()}`, end, y + 12, { align: 'right' });
  doc.setTextColor(0);
}

/** Four by four, as a person reads it out. */
export const spaced = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? code;

/** The fonts of every PDF reader know the letters of western languages only; others are shown as a question mark. */
const printable = (text: string) =>
  text
    .replaceAll('\u2019', "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll(/[\u2013\u2014]/g, '-')
    .replaceAll(/[^\n\u0020-\u007e\u00a0-\u00ff]/g, '?');
