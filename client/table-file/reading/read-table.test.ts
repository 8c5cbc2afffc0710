import { type BookType, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MOST_ROWS } from './limits.ts';
import { readTable } from './read-table.ts';
import { unpacked } from './unpack.ts';

const read = (content: Uint8Array | string, sheet: number | null = null) =>
  readTable(typeof content === 'string' ? new TextEncoder().encode(content) : content, { sheet, fixed: [] });
const rowsOf = async (content: Uint8Array | string) => (await read(content)).rows;

describe('a text', () => {
  const ROWS = [
    ['NIP', 'Nama'],
    ['1', 'Ma’ruf é'],
  ];
  const text = 'NIP;Nama\r\n1;Ma’ruf é\r\n';
  const utf16 = (order: 'le' | 'be', mark: string) => {
    const bytes = new Uint8Array((mark + text).length * 2);
    const view = new DataView(bytes.buffer);
    for (const [index, unit] of [...(mark + text)].entries())
      view.setUint16(index * 2, unit.charCodeAt(0), order === 'le');
    return bytes;
  };
  const windows = Uint8Array.from(text, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)));

  it.each<[string, string | Uint8Array]>([
    ['UTF-8', text],
    ['UTF-8 with a mark', `\uFEFF${text}`],
    ['UTF-16 of Excel', utf16('le', '\uFEFF')],
    ['UTF-16, the other way round', utf16('be', '\uFEFF')],
    ['UTF-16 without a mark', utf16('le', '')],
    ['Windows-1252', windows],
    ['commas', text.replaceAll(';', ',')],
    ['tabs', text.replaceAll(';', '\t')],
    ['bars', text.replaceAll(';', '|')],
    ['a separator that is named', `sep=;\r\n${text}`],
  ])('in %s', async (name, content) => {
    const rows = await rowsOf(content);
    expect(rows.filter((row) => row.length > 1)).toEqual(ROWS);
    // A line that is no row keeps its place: rows are told by the numbers that a spreadsheet shows.
    expect(rows).toHaveLength(name.includes('named') ? 3 : 2);
  });

  it('keeps a cell of several lines, where its quotes close', async () => {
    expect(await rowsOf('a;b;c\n"x\ny; z";1;2\n')).toEqual([
      ['a', 'b', 'c'],
      ['x\ny; z', '1', '2'],
    ]);
  });

  it('loses no row to two stray quotes far apart, which a parser takes for one long cell', async () => {
    const rows = await rowsOf('a;b;c\n1;2;"x\n3;4;5\n6;7;8"\n9;10;11\n');
    expect(rows).toEqual([
      ...[
        ['a', 'b', 'c'],
        ['1', '2', '"x'],
        ['3', '4', '5'],
        ['6', '7', '8"'],
        ['9', '10', '11'],
      ],
    ]);
  });

  it('names the line that cannot be taken apart for certain', async () => {
    const { rows, broken } = await read('a;b\n1;2\n3;"x;y\n4;5\n');
    expect(broken).toEqual([{ row: 3, found: '3;"x;y' }]);
    expect(rows).toEqual([['a', 'b'], ['1', '2'], [], ['4', '5']]);
  });

  it.each(['', '"'])('keeps titles and rows that reach further than most (%s)', async (stray) => {
    const { rows, broken } = await read(`a;b;c;note\n1;${stray}2;3\n4;5;6\n7;8;;duty\n`);
    expect(broken).toEqual([]);
    expect(rows.at(-1)).toEqual(['7', '8', '', 'duty']);
  });

  it('of too many rows is refused, not cut', async () => {
    await expect(read('1;2\n'.repeat(MOST_ROWS + 1))).rejects.toThrow('too-many-rows');
  });

  it('of a hundred thousand rows is read', async () => {
    expect(await rowsOf('198812042014021003;2026-10-06 07:21:33\n'.repeat(100_000))).toHaveLength(100_000);
  });
});

const bookOf = (sheet: WorkSheet): WorkBook => {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'A');
  return book;
};
const bytesOf = (book: WorkBook, bookType: BookType) => new Uint8Array(write(book, { type: 'array', bookType }));

describe.each<BookType>(['xlsx', 'biff8', 'xlsb'])('a workbook of %s', (type) => {
  it('gives texts and numbers as they are stored, and errors as errors', async () => {
    const sheet = utils.aoa_to_sheet([['NIP', 46301.5], [], ['0012', true, null, '06/10/2026']]);
    sheet.E3 = { t: 'e', v: 42 };
    sheet['!ref'] = 'A1:E3';
    const rows = await rowsOf(bytesOf(bookOf(sheet), type));
    expect(rows[0]?.slice(0, 2)).toEqual(['NIP', 46301.5]);
    expect(rows[2]).toEqual(['0012', true, null, '06/10/2026', { fault: 'error', words: '#N/A' }]);
  });

  it('tells the cells that another one speaks for', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Ridha', 1],
      ['', 2],
    ]);
    sheet['!merges'] = [utils.decode_range('A1:A2')];
    expect((await rowsOf(bytesOf(bookOf(sheet), type)))[1]).toEqual([{ fault: 'merged', words: 'Ridha' }, 2]);
  });

  it('counts from 1904 where it says so', async () => {
    const book = bookOf(utils.aoa_to_sheet([['x', 1]]));
    expect((await read(bytesOf(book, type))).serialShift).toBe(0);
    book.Workbook = { WBProps: { date1904: true } };
    expect((await read(bytesOf(book, type))).serialShift).toBe(1462);
  });
});

it('a web page that calls itself .xls is read without its dates being taken for American ones', async () => {
  const page = '<html><table><tr><td>Tanggal</td></tr><tr><td>06/10/2026</td></tr></table></html>';
  expect(await rowsOf(page)).toEqual([['Tanggal'], ['06/10/2026']]);
});

describe('a file that is no table', () => {
  it.each<[string, Uint8Array]>([
    ['a zip of something else', zipSync({ 'a.txt': strToU8('x') })],
    ['a zip that was cut off', bytesOf(bookOf(utils.aoa_to_sheet([['a', 1]])), 'xlsx').subarray(0, 900)],
    ['an .xls that was cut off', bytesOf(bookOf(utils.aoa_to_sheet([['a', 1]])), 'biff8').subarray(0, 700)],
  ])('%s is refused with words', async (_, content) => {
    await expect(read(content)).rejects.toThrow('unreadable');
  });

  /** A zip of one part, which says that it unpacks to `declared` bytes. */
  const zipDeclaring = (part: Uint8Array, declared: number) => {
    const content = zipSync({ 'xl/workbook.xml': part });
    const view = new DataView(content.buffer, content.byteOffset);
    // The size as declared stands at 22 of a local header, and at 24 of its entry in the directory.
    for (let at = 0; at < content.length - 30; at += 1) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, declared, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, declared, true);
    }
    return content;
  };

  it('a bomb is refused by what it declares', async () => {
    await expect(read(zipDeclaring(new Uint8Array(1000), 300_000_000))).rejects.toThrow('too-large');
  });

  it('a bomb that declares little is cut off there, and never unpacked', () => {
    const sizes = Object.values(unzipSync(unpacked(zipDeclaring(new Uint8Array(5_000_000), 1000))));
    expect(sizes.map(({ length }) => length)).toEqual([1000]);
  });
});
