// The four official documents, made of what this device holds. Layout: PermenPANRB 6/2022, annex (forms of SKP and
// evaluation); the monthly report follows the agencies' own custom.

import { loadContent, loadSheet } from '#client/features/evaluation/index.ts';
import { targetValue } from '#client/features/skp/index.ts';
import { cycle, periodName } from '#client/i18n/cycle.ts';
import { formatDate, formatMonth, formatNumber, t } from '#client/i18n/index.ts';
import type { Workspace } from '#client/workspace.ts';
import { BEHAVIOURS } from '#shared/rules/behaviour.ts';
import type { DocumentSubject } from '#shared/rules/document-facts.ts';
import { PREDICATES } from '#shared/rules/rating.ts';
import { assignmentOn, supervisorOn } from '#shared/rules/supervision.ts';
import { earlierOf } from '#shared/rules/working-time.ts';
import {
  type Assignment,
  type Employee,
  type EmployeeId,
  type Evaluation,
  type PersonOnPaper,
  planScope,
  type SkpContent,
  type Unit,
  workScope,
} from '#shared/tables.ts';
import type { Paper, Party, Section } from './paper.ts';

const words = {
  employee: 'Pegawai yang dinilai',
  evaluator: 'Pejabat penilai kinerja',
  superior: 'Atasan pejabat penilai kinerja',
  rows: { name: 'Nama', nip: 'NIP', grade: 'Pangkat/Gol.', position: 'Jabatan', unit: 'Unit kerja' },
  period: (from: string, until: string) => `Periode penilaian: ${formatDate(from)} sampai ${formatDate(until)}`,
  results: { utama: 'A. Hasil kerja utama', tambahan: 'A. Hasil kerja tambahan' },
  behaviour: 'B. Perilaku kerja',
  columns: {
    ...{ number: 'No.', parent: 'RHK pimpinan yang diintervensi', result: 'Rencana hasil kerja', aspect: 'Aspek' },
    ...{ indicator: 'Indikator kinerja individu', target: 'Target', realisation: 'Realisasi', feedback: 'Umpan balik' },
    ...{ value: 'Nilai', standard: 'Perilaku', special: 'Ekspektasi khusus pimpinan', text: 'Uraian' },
    ...{ date: 'Tanggal', activity: 'Kegiatan', rhk: 'RHK', output: 'Hasil', minutes: 'Menit' },
    ...{ evidence: 'Bukti', state: 'Status' },
  },
  annex: (number: number, title: string) => `Lampiran ${number}. ${title}`,
  pattern: (achievement: string) => `Pola distribusi untuk capaian organisasi ${achievement}`,
  totals: { activities: 'Jumlah kegiatan', minutes: 'Jumlah menit', approved: 'Disetujui' },
  signed: (day: string) => `Tanggal ${day}`,
  followUp: 'Tindak lanjut',
  notes: 'Catatan dan rekomendasi',
};

interface Directory {
  employees: Map<string, Employee>;
  units: Map<string, Unit>;
  posts: Assignment[];
}

async function loadDirectory({ rows, scopes }: Workspace): Promise<Directory> {
  const [employees, units, posts] = await Promise.all([
    rows('employee').where('scope').equals(scopes.agency).toArray(),
    rows('unit').where('scope').equals(scopes.agency).toArray(),
    rows('assignment').where('scope').equals(scopes.agency).toArray(),
  ]);
  const byId = <Row extends { id: string }>(all: Row[]) => new Map(all.map((row) => [row.id, row]));
  return { employees: byId(employees), units: byId(units), posts };
}

function personOn({ employees, posts }: Directory, id: EmployeeId | null, on: string): PersonOnPaper | null {
  const employee = id && employees.get(id);
  if (!employee) return null;
  const post = assignmentOn(posts, employee.id, on);
  const { name, nip, grade } = employee;
  return { id: employee.id, name, nip, grade, position: post?.position ?? '', unitId: post?.unitId ?? '' };
}

function party(title: string, person: PersonOnPaper | null, { units }: Directory): Party {
  const { rows } = words;
  return {
    title,
    lines: [
      [rows.name, person?.name ?? ''],
      [rows.nip, person?.nip ?? ''],
      [rows.grade, person?.grade ?? ''],
      [rows.position, person?.position ?? ''],
      [rows.unit, units.get(person?.unitId ?? '')?.name ?? ''],
    ],
  };
}

const signature = (title: string, person: PersonOnPaper | null, on: string): Party => ({
  title: `${words.signed(formatDate(on))}\n${title}`,
  lines: [
    ['', person?.name ?? ''],
    ['', person?.nip ? `NIP ${person.nip}` : ''],
  ],
});

/** The paper of a subject; null where this device does not hold what it is about. */
export async function paperOf(
  workspace: Workspace,
  employeeId: EmployeeId,
  subject: DocumentSubject,
): Promise<Paper | null> {
  const directory = await loadDirectory(workspace);
  const base = { agency: workspace.person.agencyName, title: cycle.documents[subject.kind] };
  switch (subject.kind) {
    case 'rencana-skp':
      return planPaper(workspace, directory, { ...base, employeeId, skpId: subject.skpId });
    case 'laporan-bulanan':
      return monthPaper(workspace, directory, { ...base, employeeId, month: subject.month });
    default: {
      const evaluation = await workspace.rows('evaluation').get([workScope(employeeId), subject.evaluationId]);
      if (!evaluation?.record) return null;
      return subject.kind === 'evaluasi'
        ? evaluationPaper(workspace, directory, { ...base, employeeId, evaluation })
        : decisionPaper(workspace, directory, { ...base, evaluation });
    }
  }
}

interface Base {
  agency: string;
  title: string;
}

async function planPaper(
  workspace: Workspace,
  directory: Directory,
  { employeeId, skpId, ...base }: Base & { employeeId: EmployeeId; skpId: string },
): Promise<Paper | null> {
  const skp = await workspace.rows('skp').get([planScope(employeeId), skpId]);
  const content = skp && (await loadContent(workspace, skp));
  if (!content) return null;
  const day = earlierOf(skp.validUntil, workspace.today());
  const employee = personOn(directory, employeeId, day);
  const evaluator = personOn(directory, supervisorOn(directory.posts, employeeId, day), day);
  const parents = await parentTexts(workspace, content);
  const { columns } = words;
  const resultSection = (kind: 'utama' | 'tambahan'): Section => ({
    title: words.results[kind],
    columns: [
      { title: columns.number, width: 0.05 },
      { title: columns.parent, width: 0.25 },
      { title: columns.result, width: 0.25 },
      { title: columns.aspect, width: 0.1 },
      { title: columns.indicator, width: 0.2 },
      { title: columns.target, width: 0.15 },
    ],
    rows: content.results
      .filter((result) => result.kind === kind)
      .flatMap((result, index) => {
        const lead = [index + 1, parents.get(result.parentId ?? '') ?? '', result.text];
        const indicators = content.indicators.filter(({ resultId }) => resultId === result.id);
        if (indicators.length === 0) return [[...lead, '', result.expectation, '']];
        return indicators.map((indicator, row) => [
          ...(row === 0 ? lead : ['', '', '']),
          ...[t.skp.aspects[indicator.aspect], indicator.text, targetValue(indicator)],
        ]);
      }),
  });
  const annexes = (['sumber-daya', 'pertanggungjawaban', 'konsekuensi'] as const).map(
    (kind, index): Section => ({
      title: words.annex(index + 1, cycle.annexes[kind]),
      columns: [
        { title: columns.number, width: 0.08 },
        { title: columns.text, width: 0.92 },
      ],
      rows: content.annexes.filter((annex) => annex.kind === kind).map(({ text }, row) => [row + 1, text]),
    }),
  );
  return {
    ...base,
    subtitle: words.period(skp.validFrom, skp.validUntil),
    landscape: true,
    parties: [party(words.employee, employee, directory), party(words.evaluator, evaluator, directory)],
    sections: [
      ...(['utama', 'tambahan'] as const).map(resultSection).filter(({ rows }) => rows.length > 0),
      behaviourSection([columns.special, (value) => specialOf(content, value)]),
    ],
    annexes,
    chart: null,
    summary: [],
    signatures: [signature(words.employee, employee, day), signature(words.evaluator, evaluator, day)],
  };
}

const specialOf = (content: SkpContent, value: string) =>
  content.expectations.find((one) => one.value === value)?.text ?? '';

function behaviourSection(...more: [title: string, of: (value: string) => string][]): Section {
  const { columns } = words;
  const rest = 0.55 / more.length;
  return {
    title: words.behaviour,
    columns: [
      { title: columns.value, width: 0.15 },
      { title: columns.standard, width: 0.3 },
      ...more.map(([title]) => ({ title, width: rest })),
    ],
    rows: BEHAVIOURS.map(({ value, name, standard }) => [
      name,
      standard.map((line) => `- ${line}`).join('\n'),
      ...more.map(([, of]) => of(value)),
    ]),
  };
}

async function parentTexts({ rows }: Workspace, content: SkpContent): Promise<Map<string, string>> {
  const parents = await Promise.all(
    content.results.map(({ parentId, parentOwnerId }) =>
      parentId && parentOwnerId ? rows('result').get([planScope(parentOwnerId), parentId]) : undefined,
    ),
  );
  return new Map(parents.flatMap((parent) => (parent ? [[parent.id, parent.text]] : [])));
}

async function evaluationPaper(
  workspace: Workspace,
  directory: Directory,
  { employeeId, evaluation, ...base }: Base & { employeeId: EmployeeId; evaluation: Evaluation },
): Promise<Paper | null> {
  const { skpId, period, record, review, achievement } = evaluation;
  const sheet = await loadSheet(workspace, { employeeId, skpId, period });
  if (!sheet || !record) return null;
  const { plan: content } = record;
  const parents = await parentTexts(workspace, content);
  const { columns } = words;
  const reachedOf = (indicator: SkpContent['indicators'][number]) => {
    const value = evaluation.assessment.realised[indicator.id];
    return value === undefined ? '' : `${formatNumber(value)} ${indicator.unit}`;
  };
  const resultSection = (kind: 'utama' | 'tambahan'): Section => ({
    title: words.results[kind],
    columns: [
      { title: columns.number, width: 0.04 },
      { title: columns.parent, width: 0.15 },
      { title: columns.result, width: 0.17 },
      { title: columns.indicator, width: 0.16 },
      { title: columns.target, width: 0.1 },
      { title: columns.realisation, width: 0.22 },
      { title: columns.feedback, width: 0.16 },
    ],
    rows: content.results
      .filter((result) => result.kind === kind)
      .flatMap((result, index) => {
        const said = evaluation.assessment.results[result.id] ?? '';
        const feedback = review?.results[result.id] ?? '';
        const lead = [index + 1, parents.get(result.parentId ?? '') ?? '', result.text];
        const indicators = content.indicators.filter(({ resultId }) => resultId === result.id);
        if (indicators.length === 0) return [[...lead, result.expectation, '', said, feedback]];
        return indicators.map((indicator, row) => [
          ...(row === 0 ? lead : ['', '', '']),
          ...[indicator.text, targetValue(indicator)],
          row === 0 ? [reachedOf(indicator), said].filter(Boolean).join('\n') : reachedOf(indicator),
          row === 0 ? feedback : '',
        ]);
      }),
  });
  const pattern = achievement && sheet.policy.distribution[achievement];
  return {
    ...base,
    subtitle: `${periodName(period)} · ${words.period(evaluation.validFrom, evaluation.validUntil)}`,
    landscape: true,
    parties: [party(words.employee, record.employee, directory), party(words.evaluator, record.evaluator, directory)],
    sections: [
      ...(['utama', 'tambahan'] as const).map(resultSection).filter(({ rows }) => rows.length > 0),
      behaviourSection(
        [columns.special, (value) => specialOf(content, value)],
        [columns.feedback, (value) => review?.behaviours[value as keyof typeof review.behaviours] ?? ''],
      ),
    ],
    annexes: [],
    chart: pattern
      ? {
          title: words.pattern(cycle.achievements[achievement]),
          bars: PREDICATES.map((predicate) => [cycle.predicates[predicate], pattern[predicate] / 100]),
        }
      : null,
    summary: ratingLines(evaluation),
    signatures: [
      signature(words.employee, record.employee, evaluation.finalAt?.slice(0, 10) ?? ''),
      signature(words.evaluator, record.evaluator, evaluation.finalAt?.slice(0, 10) ?? ''),
    ],
  };
}

function ratingLines({ resultRating, behaviourRating, predicate, achievement }: Evaluation): [string, string][] {
  return [
    [cycle.evaluation.resultRating, resultRating ? cycle.ratings[resultRating] : ''],
    [cycle.evaluation.behaviourRating, behaviourRating ? cycle.ratings[behaviourRating] : ''],
    [cycle.evaluation.achievement, achievement ? cycle.achievements[achievement] : ''],
    [cycle.evaluation.predicate, predicate ? cycle.predicates[predicate] : ''],
  ];
}

async function decisionPaper(
  _workspace: Workspace,
  directory: Directory,
  { evaluation, ...base }: Base & { evaluation: Evaluation },
): Promise<Paper | null> {
  const { record, validUntil, finalAt } = evaluation;
  if (!record) return null;
  const superiorId = supervisorOn(directory.posts, record.evaluator.id, validUntil);
  const superior = personOn(directory, superiorId, validUntil);
  const day = finalAt?.slice(0, 10) ?? validUntil;
  const remarks: [string, string][] = [
    [words.notes, evaluation.review?.note ?? ''],
    [cycle.evaluation.objection, evaluation.objection ?? ''],
    [cycle.evaluation.decision, evaluation.decision ?? ''],
    [words.followUp, evaluation.followUp ?? ''],
  ];
  return {
    ...base,
    subtitle: `${periodName(evaluation.period)} · ${words.period(evaluation.validFrom, validUntil)}`,
    landscape: false,
    parties: [
      party(`1. ${words.employee}`, record.employee, directory),
      party(`2. ${words.evaluator}`, record.evaluator, directory),
      party(`3. ${words.superior}`, superior, directory),
    ],
    sections: [],
    annexes: [],
    chart: null,
    summary: [...ratingLines(evaluation), ...remarks.filter(([, text]) => text !== '')],
    signatures: [
      signature(words.employee, record.employee, day),
      signature(words.evaluator, record.evaluator, day),
      ...(superior ? [signature(words.superior, superior, day)] : []),
    ],
  };
}

async function monthPaper(
  { rows, today }: Workspace,
  directory: Directory,
  { employeeId, month, ...base }: Base & { employeeId: EmployeeId; month: string },
): Promise<Paper | null> {
  const work = workScope(employeeId);
  const [activities, evidence, results] = await Promise.all([
    rows('activity')
      .where('[scope+date]')
      .between([work, `${month}-01`], [work, `${month}-31`], true, true)
      .toArray(),
    rows('evidence').where('scope').equals(work).toArray(),
    rows('result').where('scope').equals(planScope(employeeId)).toArray(),
  ]);
  const resultOf = new Map(results.map(({ id, text }) => [id, text]));
  const approved = activities.filter(({ state }) => state === 'approved');
  const minutes = (of: typeof activities) => of.reduce((sum, activity) => sum + activity.minutes, 0);
  const last = earlierOf(`${month}-28`, today());
  const employee = personOn(directory, employeeId, last);
  const evaluator = personOn(directory, supervisorOn(directory.posts, employeeId, last), last);
  const { columns, totals } = words;
  return {
    ...base,
    subtitle: formatMonth(month),
    landscape: true,
    parties: [party(words.employee, employee, directory), party(words.evaluator, evaluator, directory)],
    sections: [
      {
        title: '',
        columns: [
          { title: columns.date, width: 0.12 },
          { title: columns.activity, width: 0.28 },
          { title: columns.rhk, width: 0.24 },
          { title: columns.output, width: 0.12 },
          { title: columns.minutes, width: 0.07, numeric: true },
          { title: columns.evidence, width: 0.06, numeric: true },
          { title: columns.state, width: 0.11 },
        ],
        rows: activities
          .sort((a, b) => a.date.localeCompare(b.date) || (a.start ?? '99').localeCompare(b.start ?? '99'))
          .map((activity) => [
            ...[formatDate(activity.date), activity.title, resultOf.get(activity.resultId) ?? ''],
            ...[`${formatNumber(activity.quantity)} ${activity.unit}`, activity.minutes],
            evidence.filter(({ activityId }) => activityId === activity.id).length,
            t.states[activity.state] ?? '',
          ]),
      },
    ],
    annexes: [],
    chart: null,
    summary: [
      [totals.activities, String(activities.length)],
      [totals.minutes, formatNumber(minutes(activities))],
      [totals.approved, `${approved.length} (${formatNumber(minutes(approved))} menit)`],
    ],
    signatures: [signature(words.employee, employee, today()), signature(words.evaluator, evaluator, today())],
  };
}
