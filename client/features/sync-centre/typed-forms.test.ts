import { expect, it } from 'vitest';
import type { AttentionItem } from '#client/sync/index.ts';
import { placeOf } from './typed-forms.ts';

const ME = 'budi';
const refused = [
  { id: 'no-1', name: 'activity.log', args: { id: 'a', date: '2026-11-24' } },
  { id: 'no-2', name: 'explanation.give', args: { date: '2026-11-20' } },
] as AttentionItem[];

it.each([
  ['activity new', '/kegiatan/baru'],
  ['activity new 2026-11-24', '/kegiatan/baru?tanggal=2026-11-24'],
  ['activity 7', '/kegiatan/7'],
  ['activity 7#second', '/kegiatan/7'],
  ['activity no-1', '/kegiatan/baru?dari=no-1'],
  ['activity aside 7', '/kegiatan'],
  ['reopen 7', '/kegiatan/7'],
  ['explanation 2026-11-20', '/klarifikasi/2026-11-20'],
  ['explanation no-2', '/klarifikasi/2026-11-20?dari=no-2'],
  ['explanation other day', '/klarifikasi'],
  ['explanation refuse w:ani/2026-11-20', '/kelola/klarifikasi'],
  ['return ani skp 2026-11', '/persetujuan/ani/evaluasi/skp/2026-11'],
  ['note ani 7', '/persetujuan/ani'],
  ['leave new', '/cuti'],
  ['leave back budi 7', '/cuti'],
  ['leave back ani 7', '/persetujuan/ani'],
  ['leave answer w:ani 7', '/persetujuan/cuti'],
  ['leave record 7', '/kelola/cuti'],
  ['shift kinds', '/persetujuan/jadwal'],
  ['payroll return 2026-11', '/kelola/tpp/2026-11'],
  ['merge 7', null],
  ['of a form that is no more', null],
])('%s is typed at %s', (key, to) => {
  expect(placeOf(key, refused, ME).to).toBe(to);
});
