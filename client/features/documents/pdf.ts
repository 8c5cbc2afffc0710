// A paper as PDF (A4), made on the device. Its foot carries the code, in letters and as QR, by which anybody can check it.

import type { RowInput } from 'jspdf-autotable';
import { encode } from 'uqr';
import { formatNumber } from '#client/i18n/index.ts';
import type { Fonts } from './fonts.ts';
import type { Paper, Party, Section, Signature } from './paper.ts';
import { FOOT, MARGIN, Writer } from './writer.ts';

const GREY = 90;
/** Millimetres. */
const QR = 18;
/** For a signature by hand. */
const SIGNED_IN = 18;
const GAP = 4;
const HEADS_AND_A_ROW = 38;

/** Under which code a paper is registered, and where that is checked. */
interface Mark {
  code: string;
  address: string;
}

/** Null: it is not registered, and its foot numbers the pages alone. */
export function pdfOf(paper: Paper, { mark, fonts }: { mark: Mark | null; fonts: Fonts }): Uint8Array {
  const writer = new Writer({ landscape: paper.landscape, fonts });
  writer.doc.setProperties({ title: paper.title, author: paper.agency });
  for (const line of paper.heading) writer.centred(line, 'bold', 12);
  if (paper.sides) drawSides(writer, paper.sides);
  else {
    writer.centred(paper.agency, 'bold', 10);
    writer.centred(paper.subtitle, 'normal', 9);
    writer.y += GAP;
  }
  drawParties(writer, paper);
  drawPairs(writer, paper.opening);
  if (paper.chart) drawChart(writer, paper.chart);
  for (const section of paper.sections) drawSection(writer, section);
  drawPairs(writer, paper.summary);
  if (paper.signatures.length > 0) drawSignatures(writer, paper);
  if (paper.annexes.length > 0) writer.page();
  for (const annex of paper.annexes) drawSection(writer, annex);
  for (let page = 1; page <= writer.doc.getNumberOfPages(); page += 1) {
    if (paper.draft) drawDraft(writer, page);
    if (mark) drawMark(writer, page, mark);
    drawNumber(writer, page);
  }
  return new Uint8Array(writer.doc.output('arraybuffer'));
}

function drawSides(writer: Writer, [left, right]: NonNullable<Paper['sides']>): void {
  writer.y += GAP;
  writer.table({
    theme: 'plain',
    styles: { fontSize: 9, fontStyle: 'bold', lineWidth: 0, cellPadding: { top: 0.4, bottom: 1.4, left: 0, right: 0 } },
    body: [[writer.cell(left), writer.cell(right, { styles: { halign: 'right' } })]],
    columnStyles: { 0: { cellWidth: writer.width / 2 }, 1: { cellWidth: writer.width / 2 } },
  });
  writer.y += GAP;
}

/** Side by side where the page is wide. */
function drawParties(writer: Writer, { parties, landscape }: Paper): void {
  const beside = landscape ? 2 : 1;
  for (let first = 0; first < parties.length; first += beside) {
    const row = parties.slice(first, first + beside);
    const most = Math.max(...row.map(({ lines }) => lines.length));
    const width = writer.width / row.length;
    const lineOf = ({ lines }: Party, at: number) => lines[at] ?? ['', ''];
    writer.table({
      head: [row.flatMap(({ title }) => [writer.cell(title, { colSpan: 3, styles: { halign: 'left' } })])],
      body: Array.from(
        { length: most },
        (_, at): RowInput =>
          row.flatMap((party) => {
            const [label, value] = lineOf(party, at);
            return [writer.cell(at + 1), writer.cell(label), writer.cell(value)];
          }),
      ),
      columnStyles: Object.fromEntries(
        row.flatMap((_party, index) => [
          [3 * index, { cellWidth: 8, halign: 'center' as const }],
          [3 * index + 1, { cellWidth: 42 }],
          [3 * index + 2, { cellWidth: width - 50 }],
        ]),
      ),
    });
    writer.y += GAP;
  }
}

function drawSection(writer: Writer, { title, columns, rows, foot, numbered }: Section): void {
  const { width } = writer;
  // Its heads are never alone at the end of a page.
  writer.room(HEADS_AND_A_ROW);
  const body: RowInput[] = rows.map((row) =>
    row.map((cell) => writer.cell(typeof cell === 'number' ? formatNumber(cell) : cell)),
  );
  if (foot) {
    const [label, value] = foot;
    const styles = { fontStyle: 'bold' as const, fillColor: [243, 247, 246] as [number, number, number] };
    // A sum stands under what it is of.
    const sum = columns.at(-1)?.numeric === true;
    const span = sum ? 1 : Math.floor(columns.length / 2);
    body.push([
      writer.cell(label, { colSpan: columns.length - span, styles }),
      writer.cell(value, { colSpan: span, styles: { ...styles, ...(sum && { halign: 'right' as const }) } }),
    ]);
  }
  writer.table({
    head: [
      ...(title ? [[writer.cell(title, { colSpan: columns.length, styles: { halign: 'left' as const } })]] : []),
      ...headsOf(writer, columns),
      ...(numbered ? [columns.map((_column, index) => writer.cell(index + 1, { styles: HEAD }))] : []),
    ].filter((row) => row.some(({ content }) => content !== '')),
    body,
    columnStyles: Object.fromEntries(
      columns.map((column, index) => [
        index,
        { cellWidth: column.width * width, halign: column.numeric ? ('right' as const) : ('left' as const) },
      ]),
    ),
  });
  writer.y += GAP;
}

const HEAD = { halign: 'center' as const, valign: 'middle' as const, fontSize: 7 };

/** In two rows where some stand under a common head. */
function headsOf(writer: Writer, columns: Section['columns']) {
  if (columns.every(({ group }) => group === undefined))
    return [columns.map(({ title }) => writer.cell(title, { styles: { ...HEAD, valign: 'top' } }))];
  const upper = columns.flatMap(({ title, group }, index) => {
    if (group === undefined) return [writer.cell(title, { rowSpan: 2, styles: HEAD })];
    if (columns[index - 1]?.group === group) return [];
    const others = columns.slice(index).findIndex((column) => column.group !== group);
    return [writer.cell(group, { colSpan: others === -1 ? columns.length - index : others, styles: HEAD })];
  });
  const lower = columns.filter(({ group }) => group !== undefined);
  return [upper, lower.map(({ title }) => writer.cell(title, { styles: HEAD }))];
}

function drawPairs(writer: Writer, pairs: Paper['summary']): void {
  if (pairs.length === 0) return;
  writer.table({
    // A remark may be longer than a page: it goes on over it.
    rowPageBreak: 'auto',
    body: pairs.map(([label, value]) => [writer.cell(label, { styles: { fontStyle: 'bold' } }), writer.cell(value)]),
    columnStyles: { 0: { cellWidth: 58 }, 1: { cellWidth: writer.width - 58 } },
  });
  writer.y += GAP;
}

function drawChart(writer: Writer, { title, bars }: NonNullable<Paper['chart']>): void {
  writer.room(7 + bars.length * 6);
  writer.style('bold', 9).text(writer.printable(title), MARGIN, writer.y + 3);
  writer.y += 6;
  for (const [label, share] of bars) {
    writer.style('normal', 8).text(writer.printable(label), MARGIN, writer.y + 3);
    writer.doc.setFillColor('#e1e1e1').rect(MARGIN + 34, writer.y, 90, 4, 'F');
    writer.doc.setFillColor(11, 93, 83).rect(MARGIN + 34, writer.y, 90 * share, 4, 'F');
    writer.doc.text(`${Math.round(share * 100)} %`, MARGIN + 127, writer.y + 3);
    writer.y += 6;
  }
  writer.y += 2;
}

/** Never torn apart by the end of a page; names of any length wrap within their own share of the width. */
function drawSignatures(writer: Writer, { signatures, copies }: Pick<Paper, 'signatures' | 'copies'>): void {
  const parts = signatures.length + (copies ? 1 : 0);
  const lines = (of: (signature: Signature) => string, more: object = {}) =>
    signatures.map((signature) => writer.cell(of(signature), { styles: { halign: 'center' as const, ...more } }));
  const beside = copies ? [writer.cell(copies.join('\n'), { rowSpan: 4, styles: { fontSize: 8 } })] : [];
  writer.table({
    theme: 'plain',
    pageBreak: 'avoid',
    styles: { cellPadding: { top: 0.4, bottom: 0.4, left: 2, right: 2 }, fontSize: 9, lineWidth: 0 },
    body: [
      [...beside, ...lines(({ above }) => above.join('\n'))],
      lines(() => '', { minCellHeight: SIGNED_IN }),
      lines(({ name }) => name, { fontStyle: 'bold' }),
      lines(({ below }) => below.join('\n')),
    ],
    columnStyles: Object.fromEntries(
      Array.from({ length: parts }, (_, index) => [index, { cellWidth: writer.width / parts }]),
    ),
  });
  writer.y += GAP;
}

function drawDraft(writer: Writer, page: number): void {
  const { doc } = writer;
  doc.setPage(page);
  const { pageSize } = doc.internal;
  doc.saveGraphicsState();
  doc.setGState(doc.GState({ opacity: 0.14 }));
  writer.style('bold', 110).text('DRAF', pageSize.getWidth() / 2, pageSize.getHeight() / 2, {
    align: 'center',
    angle: 30,
  });
  doc.restoreGraphicsState();
}

const footTop = ({ doc }: Writer) => doc.internal.pageSize.getHeight() - FOOT + 4;

function drawMark(writer: Writer, page: number, { code, address }: Mark): void {
  const { doc } = writer;
  doc.setPage(page);
  const { data, size } = encode(`${address}/${code}`, { border: 0 });
  const y = footTop(writer);
  const dot = QR / size;
  doc.setFillColor('#000000');
  for (const [row, cells] of data.entries()) {
    for (const [column, dark] of cells.entries()) {
      // A little larger than its place, so that no hair of white shows between two dark ones.
      if (dark) doc.rect(MARGIN + column * dot, y + row * dot, dot + 0.02, dot + 0.02, 'F');
    }
  }
  const left = MARGIN + QR + 4;
  const words = writer
    .style('normal', 8, GREY)
    .splitTextToSize(writer.printable(`Keaslian dapat diperiksa di ${address} dengan kode`), writer.width - QR - 4);
  doc.text((words as string[]).slice(0, 2), left, y + 3);
  writer.style('bold', 11).text(spaced(code), left, y + 13);
}

function drawNumber(writer: Writer, page: number): void {
  const { doc } = writer;
  doc.setPage(page);
  const end = doc.internal.pageSize.getWidth() - MARGIN;
  writer
    .style('normal', 8, GREY)
    .text(`Halaman ${page} dari ${doc.getNumberOfPages()}`, end, footTop(writer) + 13, { align: 'right' });
  doc.setTextColor(0);
}

/** Four by four, as a person reads it out. */
export const spaced = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? code;
