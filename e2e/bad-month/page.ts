// The comparison as a page that an official understands at a glance: what the ordinary rule takes, beside what we take.

import { formatDay, formatRupiah } from '#client/i18n/format.ts';
import { exact } from '#shared/decimal.ts';
import { WRONG_CLOCKS } from './habits.ts';
import type { DayMark, Judged, PersonJudged } from './judge.ts';
import { DAYS, TROUBLES } from './live.ts';

const HABIT_WORDS: Record<PersonJudged['habit'], string> = {
  office: 'mencatat sore hari di kantor',
  evening: 'mencatat malam hari di rumah',
  field: 'bertugas di lapangan tanpa jaringan; ponselnya tersambung tiap Jumat',
  'puts-off': 'menunda: mencatat sepekan sekaligus pada Jumat',
  cheats: 'mengakali: Jumat memundurkan jam ponsel untuk Rabu dan Kamis',
  never: 'tidak mencatat',
};

/** In order: the colour of a day, and what it means. */
const MARKS = {
  counts: ['#1d7a4a', 'dicatat dan dihitung'],
  lost: ['#c8321f', 'dicatat tepat waktu, tetapi hangus'],
  late: ['#e3a13a', 'memang terlambat dicatat'],
  nothing: ['#e6ece9', 'tidak dicatat'],
} as const;

/** Of a day, with the gap beside and below it. */
const WIDE = 22;
const HIGH = 17;
const GAP = 2;

/** What the rule makes of a day, seen from the truth. */
function colourOf(judged: DayMark, truth: DayMark): string {
  if (judged === 'nothing') return MARKS.nothing[0];
  if (judged === 'counts') return MARKS.counts[0];
  return truth === 'counts' ? MARKS.lost[0] : MARKS.late[0];
}

/** Columns of the days whose evening lay in a trouble. */
function troubled(date: string): boolean {
  return TROUBLES.some(({ from, until }) => {
    const evening = `${date} 23:59`;
    return from.join(' ') <= evening && `${date} 16:00` <= until.join(' ');
  });
}

function grid(people: readonly PersonJudged[], rule: 'ordinary' | 'ours', title: string): string {
  const width = DAYS.length * WIDE;
  const height = people.length * HIGH;
  const bands = DAYS.map((date, column) =>
    troubled(date)
      ? `<rect x="${column * WIDE - 1}" y="-14" width="${WIDE}" height="${height + 14}" fill="#1f5f9e" opacity=".16"/>`
      : '',
  );
  const cells = people.flatMap((person, row) =>
    person.days.map(
      (day, column) =>
        `<rect x="${column * WIDE}" y="${row * HIGH}" width="${WIDE - GAP}" height="${HIGH - GAP}" rx="3" fill="${colourOf(day[rule], day.truth)}"/>`,
    ),
  );
  const numbers = DAYS.map(
    (date, column) =>
      `<text x="${column * WIDE + (WIDE - GAP) / 2}" y="-3" class="day">${Number(date.slice(8))}</text>`,
  );
  return `<figure><figcaption>${title}</figcaption><svg viewBox="-2 -16 ${width + 4} ${height + 18}" width="${width + 4}" height="${height + 18}" role="img" aria-label="${title}">${[...bands, ...cells, ...numbers].join('')}</svg></figure>`;
}

const PAGE_STYLE = `
body{margin:0;font:15px/1.45 "Plus Jakarta Sans Variable",system-ui,sans-serif;color:#12241f;background:#f3f6f4}
main{width:1136px;padding:32px;background:#fff}
h1{font-size:30px;margin:0 0 4px}h2{font-size:17px;margin:0}
p{margin:0}.quiet{color:#4c5d57}
.two{display:grid;grid-template-columns:1fr 1fr;gap:24px;margin-top:22px}
.card{border:1px solid #dbe3df;border-radius:14px;padding:18px}
.sum{font-size:38px;font-weight:800;letter-spacing:-.02em;line-height:1.15;margin-top:4px}
.bad{color:#b3261e}.good{color:#1d6b37}
.grids{display:grid;grid-template-columns:200px auto auto;margin-top:26px;align-items:end;justify-content:space-between}
.names{display:block;margin:0;padding:0;list-style:none;font-size:12px;line-height:${HIGH}px}
.names li{white-space:nowrap;overflow:hidden;text-overflow:ellipsis;text-align:right;height:${HIGH}px}
.names{padding-bottom:2px}
.grids figure{margin:0}svg{display:block}figcaption{font-weight:700;margin-bottom:8px}
.day{font-size:10px;text-anchor:middle;fill:#4c5d57}
.legend{display:flex;flex-wrap:wrap;gap:6px 20px;margin-top:18px;font-size:13px}
.legend i{display:inline-block;width:12px;height:12px;border-radius:3px;margin-right:6px;vertical-align:-1px}
.notes{margin-top:14px;font-size:13px}
section{width:1136px;padding:0 32px 40px;background:#fff}
table{border-collapse:collapse;width:100%;font-size:13px}td,th{padding:5px 8px;border-bottom:1px solid #dbe3df;text-align:left}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}`;

export function pageOf(judged: Judged): string {
  const { ordinaryLost, oursLost, oursGained, entries } = judged;
  const people = [...judged.people].sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name));
  const troubles = TROUBLES.map(
    ({ name, from, until }) =>
      `${name}: ${formatDay(from[0])} ${dot(from[1])} – ${formatDay(until[0])} ${dot(until[1])}`,
  );
  return `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Satu bulan yang buruk</title>
<style>${PAGE_STYLE}</style>
<main>
<h1>Satu bulan yang buruk: siapa kehilangan TPP?</h1>
<p class="quiet">Juni 2026, ${people.length} pegawai, ${DAYS.length} hari kerja, tiga gangguan, dan sepekan pemeliharaan. Simulasi dengan mesin aplikasi, server, dan basis data yang sebenarnya; orang dan angkanya rekaan.</p>
<div class="two">
<div class="card"><h2>Aturan biasa: harus di server sebelum pukul 24.00</h2>
<p class="sum bad">${formatRupiah(ordinaryLost.amount)} hangus</p>
<p>diambil dari ${ordinaryLost.people} pegawai yang sebenarnya mencatat tepat waktu</p></div>
<div class="card"><h2>Kerjaku: dihitung sejak dicatat di perangkat</h2>
<p class="sum good">${formatRupiah(oursLost.amount)} hangus</p>
<p>dan ${formatRupiah(oursGained.amount)} didapat oleh yang tidak mencatat tepat waktu</p></div>
</div>
<div class="grids">
<ul class="names">${people.map(({ name }) => `<li>${text(name)}</li>`).join('')}</ul>
${grid(people, 'ordinary', 'Menurut aturan biasa')}
${grid(people, 'ours', 'Menurut Kerjaku')}
</div>
<p class="legend">${Object.values(MARKS)
    .map(([colour, meaning]) => `<span><i style="background:${colour}"></i>${meaning}</span>`)
    .join(
      '',
    )}<span><i style="background:#1f5f9e;opacity:.3"></i>layanan atau jaringan tidak berjalan sore hingga malam itu</span></p>
<p class="notes quiet">${troubles.join(' · ')}. Batas waktu yang terkena gangguan diundur sampai akhir hari kerja pertama sesudahnya. ${entries} kegiatan dicatat; tidak satu pun hilang.</p>
</main>
<section>
<h2>Per pegawai</h2>
<table>
<thead><tr><th>Nama</th><th>Kebiasaan</th><th class="n">Aturan biasa</th><th class="n">Kerjaku</th><th class="n">Selisih</th></tr></thead>
<tbody>${people.map(rowOf).join('\n')}</tbody>
</table>
</section>
</html>
`;
}

const ORDER: PersonJudged['habit'][] = ['office', 'evening', 'field', 'puts-off', 'cheats', 'never'];
const order = ({ habit }: PersonJudged) => ORDER.indexOf(habit);

function rowOf({ id, name, habit, ordinary, ours }: PersonJudged): string {
  const wrong = WRONG_CLOCKS[id] ? `; jam ponselnya keliru ${Math.abs(WRONG_CLOCKS[id]) / 3_600_000} jam` : '';
  const saved = exact(ours).sub(ordinary).toString();
  return `<tr><td>${text(name)}</td><td>${HABIT_WORDS[habit]}${wrong}</td><td class="n">${formatRupiah(ordinary)}</td><td class="n">${formatRupiah(ours)}</td><td class="n">${formatRupiah(saved)}</td></tr>`;
}

const dot = (time: string) => time.replace(':', '.');
const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** For the terminal. */
export function summaryOf({ ordinaryLost, oursLost, oursGained, missing, entries, people }: Judged): string {
  return [
    '',
    `${people.length} employees, ${DAYS.length} working days, ${entries} entries written, ${missing} of them missing on the server`,
    `by the ordinary rule  Rp ${ordinaryLost.amount} lost, by ${ordinaryLost.people} who wrote in time`,
    `by ours               Rp ${oursLost.amount} lost, by ${oursLost.people}; Rp ${oursGained.amount} gained by ${oursGained.people} who did not`,
  ].join('\n');
}
