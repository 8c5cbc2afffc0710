import { expect, it } from 'vitest';
import { actsToFind, placesToFind } from '#client/i18n/commands.ts';
import { find } from './find.ts';

const known = {
  entries: [
    { id: '3', title: 'Uji rem', date: '2026-11-26' },
    { id: '2', title: 'Uji rem', date: '2026-11-25' },
    { id: '1', title: 'Uji lampu', date: '2026-11-24' },
  ],
  people: [{ id: 'budi', name: 'Budi Sa’ad', nip: '198812042014021003' }],
};
const all = { acts: actsToFind('2026-11-26'), places: placesToFind, known };
const texts = (asked: string) => find(asked, all).map(({ text }) => text);

it('finds acts and screens by their names and by what people call them', () => {
  expect(texts('catat')[0]).toBe('Catat kegiatan');
  expect(texts('lupa absen')[0]).toBe('Jelaskan kehadiran');
  expect(texts('grafik')).toEqual(['Ringkasan']);
});

it('puts what is called so before what is only looked for by it', () => {
  const places = find('evaluasi', all).filter(({ kind }) => kind === 'place');
  expect(places[0]?.to).toBe('/evaluasi');
});

it('finds people however an apostrophe is written, and by a NIP in groups', () => {
  expect(find("sa'ad", all)).toMatchObject([{ kind: 'person', to: '/persetujuan/budi' }]);
  expect(find('19881204 201402 1 003', all)).toMatchObject([{ kind: 'person' }]);
});

it('finds an entry once, by its newest', () => {
  expect(find('uji', all).filter(({ kind }) => kind === 'entry')).toMatchObject([
    { to: '/kegiatan/3', date: '2026-11-26' },
    { to: '/kegiatan/1' },
  ]);
});

it('without a word shows acts and screens, nobody and no entry; without a match nothing', () => {
  expect(new Set(find('', all).map(({ kind }) => kind))).toEqual(new Set(['act', 'place']));
  expect(find('xyzzy', all)).toEqual([]);
});
