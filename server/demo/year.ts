// What the year has left behind in the demo agency: expectations, annexes, roles, and the evaluations of past months.

import { predicateOf, type Rating } from '#shared/evaluation/rules/rating.ts';
import { type Evaluation, evaluationId, type PersonOnPaper } from '#shared/evaluation/tables.ts';
import { expectationId, type SkpContent } from '#shared/plan/tables.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import { periodsOf, spanOf } from '#shared/time/periods.ts';
import { addDays } from '#shared/time/working-time.ts';
import { DEMO_EMPLOYEES, type DemoEmployee, parentOf } from './agency.ts';
import { type Seeded, seeded, seededRandom, stableId } from './seeding.ts';
import { DEMO_WORK } from './work.ts';

const EXPECTATIONS = {
  'berorientasi-pelayanan': 'Setiap pemohon layanan mendapat kepastian waktu pada hari yang sama',
  akuntabel: 'Bukti setiap pekerjaan tersimpan dan dapat ditunjukkan kapan saja',
  adaptif: 'Pekerjaan tetap tercatat dan berjalan walau jaringan terputus',
} as const;

const ANNEXES = [
  ['sumber-daya', 'Satu komputer dan akses jaringan kantor'],
  ['pertanggungjawaban', 'Laporan setiap bulan kepada pejabat penilai kinerja'],
  ['konsekuensi', 'Predikat kinerja menjadi dasar pembayaran TPP'],
] as const;

/** Behaviour and annexes of an SKP, and what its owner asks of the team. */
export function planDetails(person: DemoEmployee, year: string): Seeded[] {
  if (person.plan === 'none') return [];
  const scope = planScope(person.id);
  const skpId = stableId('skp', person.id, year);
  const createdAt = `${year}-01-12T01:00:00.000Z`;
  const team = DEMO_EMPLOYEES.filter(({ supervisorId, nip }) => supervisorId === person.id && nip);
  return [
    ...Object.entries(EXPECTATIONS).map(([value, text]) =>
      seeded('expectation', {
        ...{ scope, id: expectationId(skpId, value as keyof typeof EXPECTATIONS), skpId, text },
        value: value as keyof typeof EXPECTATIONS,
      }),
    ),
    ...ANNEXES.map(([kind, text]) =>
      seeded('annex', { scope, id: stableId('annex', person.id, kind), skpId, kind, text, createdAt }),
    ),
    // The first two of the team have their part already: who leads sees the gaps that are left.
    ...team.slice(0, 2).flatMap((member) =>
      person.themes
        .filter((theme) => member.themes.includes(theme))
        .map((theme) =>
          seeded('role', {
            ...{ scope, id: stableId('role', member.id, theme), resultId: stableId('result', person.id, theme) },
            ...{ employeeId: member.id, text: DEMO_WORK[theme]?.result ?? '', createdAt },
          }),
        ),
    ),
  ];
}

const onPaper = (person: DemoEmployee): PersonOnPaper => {
  const { id, name, nip, grade, position, unitId } = person;
  return { id, name, nip, grade, position, unitId };
};

/** The months before the last are final; of the last one some wait for their evaluator. */
export function evaluated(person: DemoEmployee, today: string): Seeded[] {
  const evaluator = DEMO_EMPLOYEES.find(({ id }) => id === person.supervisorId);
  if (person.plan !== 'approved' || person.load === 0 || !evaluator) return [];
  const year = today.slice(0, 4);
  const skpId = stableId('skp', person.id, year);
  const months = periodsOf('monthly', { from: `${year}-01-01`, until: addDays(`${today.slice(0, 7)}-01`, -1) }).filter(
    (month) => month < today.slice(0, 7),
  );
  const random = seededRandom(`evaluation ${person.id}`);
  const content = contentOf(person, year);
  return months.map((period, index) => {
    const { from, until } = spanOf(period);
    const resultRating = rating(random());
    const behaviourRating: Rating = random() < 0.2 ? 'di-atas' : 'sesuai';
    const predicate = predicateOf({ result: resultRating, behaviour: behaviourRating });
    const waits = index === months.length - 1;
    const at = (days: number) => `${addDays(until, days)}T02:00:00.000Z`;
    const evaluation: Omit<Evaluation, 'version'> = {
      ...{ scope: workScope(person.id), id: evaluationId(skpId, period), skpId, kind: 'periodic', period },
      ...{ validFrom: from, validUntil: until, evaluatorId: evaluator.id, state: waits ? 'assessed' : 'final' },
      revision: waits ? 1 : 3,
      assessment: {
        results: Object.fromEntries(content.results.map(({ id }) => [id, 'Terlaksana sesuai rencana bulan ini'])),
        ...{ realised: {}, note: '' },
      },
      review: waits ? null : { results: {}, behaviours: {}, note: 'Pertahankan, dan lengkapi bukti dukung' },
      achievement: waits ? null : 'baik',
      ...(waits
        ? { resultRating: null, behaviourRating: null, predicate: null, record: null }
        : { resultRating, behaviourRating, predicate }),
      ...{ note: null, objection: null, deciderId: null, decision: null, followUp: null },
      record: waits
        ? null
        : {
            ...{ edition: 1, plan: content, employee: onPaper(person), evaluator: onPaper(evaluator) },
            ...{ resultRating, behaviourRating, predicate },
          },
      ...{ assessedAt: at(1), ratedAt: waits ? null : at(2), ratedBy: waits ? null : evaluator.id },
      ...{
        finalAt: waits ? null : at(3),
        receivedAt: waits ? null : at(3),
        objectedAt: null,
        decidedAt: null,
        decidedBy: null,
      },
    };
    return seeded('evaluation', evaluation);
  });
}

const rating = (chance: number): Rating => (chance < 0.25 ? 'di-atas' : chance < 0.9 ? 'sesuai' : 'di-bawah');

function parentColumns(person: DemoEmployee, theme: string) {
  const parent = parentOf(person, theme);
  const parentId = parent && stableId('result', parent.ownerId, parent.theme);
  return { parentId, parentOwnerId: parent?.ownerId ?? null };
}

/** What the approved plan says (plan in seed.ts), as an edition keeps it. */
function contentOf(person: DemoEmployee, year: string): SkpContent {
  const createdAt = `${year}-01-12T01:00:00.000Z`;
  const results = person.themes.map((theme) => ({
    ...{ id: stableId('result', person.id, theme), kind: 'utama' as const, text: DEMO_WORK[theme]?.result ?? '' },
    ...parentColumns(person, theme),
    ...{ expectation: '', perspective: null, endedIn: null, createdAt },
  }));
  const indicators = person.themes.flatMap((theme) => {
    const resultId = stableId('result', person.id, theme);
    return (DEMO_WORK[theme]?.indicators ?? []).map(([aspect, text, targetMin, unit]) => ({
      ...{ id: stableId('indicator', resultId, text), resultId, aspect, text, unit, targetMin },
      ...{ targetMax: null, targetText: null, direction: 'up' as const },
    }));
  });
  const expectations = Object.entries(EXPECTATIONS).map(([value, text]) => ({
    value: value as keyof typeof EXPECTATIONS,
    text,
  }));
  const annexes = ANNEXES.map(([kind, text]) => ({ id: stableId('annex', person.id, kind), kind, text, createdAt }));
  return { results, indicators, expectations, annexes };
}
