// Papers as they come out: each is read back and compared with what stood where before (papers/golden), and nothing may be lost,
// stand over something else, or run off the page.

import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatNumber } from '#client/i18n/index.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import type { Fonts } from './fonts.ts';
import type { Paper } from './paper.ts';
import { paperOf } from './paper-of.ts';
import { loadDirectory } from './papers/people-on-paper.ts';
import { pdfOf } from './pdf.ts';
import { drawPdf } from './testing/draw-pdf.ts';
import { LONG_NAME, office, PAPERS, REMARK } from './testing/office.ts';
import { PAY_PAPERS } from './testing/pay.ts';
import { installedFonts, type ReadPage, readPdf, type Word } from './testing/read-pdf.ts';

const FOOT = { code: '0123456789ABCDEF', address: 'https://kinerja.example.go.id/periksa' };

let fonts: Fonts;
let workspace: Workspace;
beforeAll(async () => {
  [fonts, workspace] = await Promise.all([installedFonts(), office()]);
});

const made = async (paper: Paper) => readPdf(pdfOf(paper, { mark: FOOT, fonts }));

/** Each with the mark under which it is registered, where it is. */
const ALL: [name: string, make: () => Promise<Paper | null>, mark: typeof FOOT | null][] = [
  ...PAPERS.map(([name, owner, subject]): (typeof ALL)[number] => [
    name,
    () => paperOf(workspace, owner, subject),
    FOOT,
  ]),
  ...PAY_PAPERS.map(([name, of]): (typeof ALL)[number] => [
    name,
    async () => ({ ...of(await loadDirectory(workspace)), agency: workspace.person.agencyName }),
    null,
  ]),
];

const asText = (pages: readonly ReadPage[]) =>
  pages
    .map(({ words }, page) =>
      [`page ${page + 1}`, ...words.map(({ x, y, text }) => `${Math.round(x)},${Math.round(y)} ${text}`)].join('\n'),
    )
    .join('\n\n');

/** What stands over something else. */
function overprinted({ words: all }: ReadPage): [Word, Word][] {
  // The word across the page that says it is a draft stands under everything.
  const words = all.filter(({ text }) => text !== 'DRAF');
  const inside = (a: Word, b: Word) =>
    Math.abs(a.y - b.y) < Math.min(a.height, b.height) * 0.6 && a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1;
  return words.flatMap((a, index) =>
    words
      .slice(index + 1)
      .filter((b) => inside(a, b))
      .map((b): [Word, Word] => [a, b]),
  );
}

function offThePage({ words, width, height }: ReadPage): Word[] {
  return words.filter(({ x, y, width: wide }) => x < 30 || x + wide > width - 28 || y < 30 || y > height - 20);
}

const letters = (text: string) => text.normalize('NFC').replaceAll(/\s/g, '');

describe.each(ALL)('%s', (name, make, mark) => {
  let paper: Paper;
  let pages: ReadPage[];
  beforeAll(async () => {
    paper = (await make()) as Paper;
    pages = await readPdf(pdfOf(paper, { mark, fonts }));
  });

  it('stands as it stood', async () => {
    // npm run docs:papers
    if (process.env.DRAW_PAPERS) await drawPdf(pdfOf(paper, { mark, fonts }), 'docs/papers', name);
    await expect(asText(pages)).toMatchFileSnapshot(`papers/golden/${name}.txt`);
  });

  it('has nothing over anything else, and nothing off the page', () => {
    expect(pages.flatMap(overprinted)).toEqual([]);
    expect(pages.flatMap(offThePage)).toEqual([]);
  });

  it('loses no letter of what it says', () => {
    const printed = letters(pages.flatMap(({ words }) => words.map(({ text }) => text)).join(''));
    for (const section of [...paper.sections, ...paper.annexes]) {
      for (const cell of section.rows.flat())
        for (const word of (typeof cell === 'number' ? formatNumber(cell) : cell).split(/\s+/))
          expect(printed).toContain(letters(word));
    }
    for (const { lines } of paper.parties)
      for (const [, value] of lines) for (const word of value.split(/\s+/)) expect(printed).toContain(letters(word));
    for (const { name: signed } of paper.signatures)
      for (const word of signed.split(/\s+/)) expect(printed).toContain(letters(word));
  });

  it('numbers its pages, and has its code on each where it is registered', () => {
    for (const [index, { words }] of pages.entries()) {
      const text = words.map((word) => word.text).join(' ');
      expect(text).toContain(`Halaman ${index + 1} dari ${pages.length}`);
      expect(text.includes('0123-4567-89AB-CDEF')).toBe(mark !== null);
    }
  });
});

const blank: Paper = {
  ...{ title: 'Uji', heading: ['UJI'], agency: 'Dinas', subtitle: '2026', landscape: false, parties: [], opening: [] },
  ...{ chart: null, sections: [], summary: [], signatures: [], annexes: [] },
};

it('a remark of many pages is there line by line', async () => {
  const pages = await made({ ...blank, summary: [['CATATAN', REMARK]] });
  expect(pages.length).toBeGreaterThan(1);
  const printed = letters(pages.flatMap(({ words }) => words.map(({ text }) => text)).join(''));
  for (const line of REMARK.split('\n')) expect(printed).toContain(letters(line));
  expect(pages.flatMap(offThePage)).toEqual([]);
});

it('a table that goes on over a page has its head again', async () => {
  const columns = [
    { title: 'NO', width: 0.2 },
    { title: 'URAIAN', width: 0.8 },
  ];
  const rows = Array.from({ length: 120 }, (_, index) => [index + 1, `Baris ${index + 1}`]);
  const pages = await made({ ...blank, sections: [{ title: 'HASIL', columns, rows }] });
  for (const { words } of pages)
    expect(words.map(({ text }) => text)).toEqual(expect.arrayContaining(['HASIL', 'URAIAN']));
});

it('three who sign have each their own place, whatever the length of their names, on one page', async () => {
  const sign = (name: string) => ({ above: ['1 Juli 2026', 'PEJABAT'], name, below: ['NIP 198812042014021003'] });
  const rows = Array.from({ length: 38 }, (_, index) => [`Baris ${index + 1}`]);
  const pages = await made({
    ...blank,
    sections: [{ title: 'HASIL', columns: [{ title: 'URAIAN', width: 1 }], rows }],
    signatures: [LONG_NAME, LONG_NAME, LONG_NAME].map(sign),
  });
  expect(pages.flatMap(overprinted)).toEqual([]);
  const signed = pages
    .flatMap(({ words }) => words)
    .filter(({ text }) => text.includes('PEJABAT') || text.startsWith('NIP'));
  expect(signed).toHaveLength(6);
  expect(new Set(signed.map(({ page }) => page)).size).toBe(1);
});

it.each([
  ['composed and decomposed', 'Andr\u00e9 Andre\u0301', 'Andr\u00e9Andr\u00e9'],
  ['quotes, dashes, bullets and the euro', '‘a’ “b” – — • €', '‘a’“b”–—•€'],
  ['letters with a mark that the typeface lacks', 'Ḁnna', 'Anna'],
  ['writing that it has nothing of', '漢 字', '□□'],
  ['what is not seen', 'a\u0000b\u200bc', 'abc'],
])('prints %s', async (_what, text, printed) => {
  const [page] = await made({ ...blank, summary: [['X', text]] });
  expect(letters(page?.words.map((word) => word.text).join('') ?? '')).toContain(printed);
});

it('a draft says so on every page', async () => {
  const pages = await made({ ...blank, draft: true, summary: [['CATATAN', REMARK]] });
  for (const { words } of pages) expect(words.map(({ text }) => text)).toContain('DRAF');
});

it('a slip is a draft until its list is closed, and says so in words too', async () => {
  const slips = await Promise.all(
    ['slip', 'slip-draf'].map(async (name) => (await ALL.find(([of]) => of === name)?.[1]()) as Paper),
  );
  expect(slips.map(({ draft }) => draft)).toEqual([false, true]);
  expect(slips.map(({ opening }) => opening[0]?.[1])).toEqual([
    'Daftar disetujui 3 Juli 2026; angkanya tidak berubah lagi.',
    'Disusun bendahara. Slip ini DRAF: daftarnya belum disetujui, angkanya masih dapat berubah.',
  ]);
});

it('who lacks something has a line without numbers, outside of the sums, and the sums are checked', async () => {
  const paper = (await ALL.find(([of]) => of === 'lembar-bersih')?.[1]()) as Paper;
  const [paid, outside] = paper.sections;
  const row = paid?.rows[3] ?? [];
  expect(row.filter((cell) => typeof cell === 'number')).toEqual([4]);
  expect(row.at(-1)).toBe('belum lengkap');
  expect(outside?.rows.map(([name, , missing]) => [name, missing])).toEqual([
    [
      'Pegawai 4',
      'Status PTKP, NPWP, Bank, Nomor rekening, Penghasilan bruto dari daftar gaji, PPh 21 pada daftar gaji, Gaji dasar iuran BPJS',
    ],
    ['Pegawai 8', 'NPWP, Nomor rekening'],
  ]);
  expect(paper.summary.slice(0, 3).every(([, says]) => says.endsWith('cocok'))).toBe(true);
});

it('an approved plan prints the superior\u2019s words of that day, also where those rows are here no more', async () => {
  const { rows } = workspace;
  const [own, theirs] = [['p:p1', 'p1-r0'] as [string, string], ['p:p2', 'p2-r0'] as [string, string]];
  const before = await Promise.all([rows('result').get(own), rows('result').get(theirs)]);
  await rows('result').update(own, { parentText: 'Terujinya kendaraan seperti ditetapkan Januari' });
  await rows('result').delete(theirs);
  const subject = PAPERS.flatMap(([, owner, of]) => (owner === 'p1' && of.kind === 'rencana-skp' ? of : []))[0];
  const paper = subject && (await paperOf(workspace, 'p1', subject));
  await rows('result').bulkPut(before.flatMap((row) => row ?? []));
  expect(JSON.stringify(paper?.sections)).toContain('Terujinya kendaraan seperti ditetapkan Januari');
});
