import { describe, expect, it } from 'vitest';
import type { Assignment, Employment } from '#shared/people/tables.ts';
import type { Evaluation, EvaluationKind, EvaluationState } from '../tables.ts';
import { accumulated, conversionsOf, creditOf, monthsOf } from './conversion.ts';
import type { Predicate } from './rating.ts';

const POST = 'Pranata Komputer Ahli Pertama';

interface Evaluated {
  kind: EvaluationKind;
  predicate?: Predicate;
  state?: EvaluationState;
  position?: string;
}

function evaluated(from: string, until: string, of: Evaluated): Evaluation {
  const { kind, predicate = 'baik', state = 'final', position = POST } = of;
  const record = state === 'rated' ? null : { employee: { id: 'p', position }, predicate };
  const row = { id: `${kind} ${from} ${until}`, kind, validFrom: from, validUntil: until, predicate, state, record };
  return row as unknown as Evaluation;
}

const held = (position: string, from: string, until: string | null = null, positionKind = 'JF') =>
  ({
    ...{ id: `${position} ${from}`, employeeId: 'p', position, positionKind, kind: 'definitive' },
    ...{ validFrom: from, validUntil: until },
  }) as unknown as Assignment;

function conversions(evaluations: Evaluation[], posts = [held(POST, '2020-01-01')], employment: Employment = 'PNS') {
  return conversionsOf({ employment, evaluations, posts }).map(({ level, months, points, settled }) => [
    `${level} ${months[0]?.slice(2)} ${months.at(-1)?.slice(2)}`,
    months.length,
    points,
    ...(settled ? [] : ['open']),
  ]);
}

const year = evaluated('2026-01-01', '2026-12-31', { kind: 'annual' });
const month = (of: string) => evaluated(`2026-${of}-01`, `2026-${of}-28`, { kind: 'periodic' });

describe('who', () => {
  it('PNS in a functional post', () => {
    expect(conversions([year])).toEqual([['ahli pertama 26-01 26-12', 12, 12.5]]);
  });

  it.each<Employment>(['PPPK', 'honorer'])('not %s', (employment) => {
    expect(conversions([year], undefined, employment)).toEqual([]);
  });

  it('not in another kind of post, whatever its name ends with', () => {
    expect(conversions([year], [held(POST, '2020-01-01', null, 'JA')])).toEqual([]);
  });

  it('by the name in the record where the posts of that time are not known', () => {
    expect(conversions([year], [])).toEqual([['ahli pertama 26-01 26-12', 12, 12.5]]);
  });

  it('by the name in the record, whatever the post is called since', () => {
    expect(conversions([year], [held('Pranata Komputer Ahli Utama', '2020-01-01')])).toEqual([
      ['ahli pertama 26-01 26-12', 12, 12.5],
    ]);
  });
});

describe('which evaluations', () => {
  it('final ones only', () => {
    expect(conversions([evaluated('2026-01-01', '2026-12-31', { kind: 'annual', state: 'rated' })])).toEqual([]);
  });

  it('periodic ones while there is none of the year', () => {
    expect(conversions([month('02'), month('01')])).toEqual([
      ['ahli pertama 26-01 26-01', 1, 1.04],
      ['ahli pertama 26-02 26-02', 1, 1.04],
    ]);
  });

  it('quarters', () => {
    expect(conversions([evaluated('2026-01-01', '2026-03-31', { kind: 'periodic' })])).toEqual([
      ['ahli pertama 26-01 26-03', 3, 3.13],
    ]);
  });

  it('that of the year instead of its parts', () => {
    expect(conversions([month('01'), month('02'), year])).toEqual([['ahli pertama 26-01 26-12', 12, 12.5]]);
  });

  it('that of a part of the year, and the months besides', () => {
    const half = evaluated('2026-07-01', '2026-12-31', { kind: 'annual' });
    expect(conversions([half, month('06'), month('07')])).toEqual([
      ['ahli pertama 26-06 26-06', 1, 1.04],
      ['ahli pertama 26-07 26-12', 6, 6.25],
    ]);
  });

  it('a quarter before its months where an agency changed its cycle', () => {
    expect(conversions([month('01'), evaluated('2026-01-01', '2026-03-31', { kind: 'periodic' })])).toEqual([
      ['ahli pertama 26-01 26-03', 3, 3.13],
    ]);
  });

  it('one under objection keeps its months, and is not settled', () => {
    const objected = evaluated('2026-01-01', '2026-12-31', { kind: 'annual', state: 'objected' });
    expect(conversions([objected, month('01')])).toEqual([['ahli pertama 26-01 26-12', 12, 12.5, 'open']]);
  });

  it('after the decision by the predicate that was decided', () => {
    const decided = { ...year, state: 'decided', predicate: 'sangat-baik' } as Evaluation;
    expect(conversions([decided])).toEqual([['ahli pertama 26-01 26-12', 12, 18.75]]);
  });

  it('each year has twelve months of its own', () => {
    const before = evaluated('2025-01-01', '2025-12-31', { kind: 'annual' });
    expect(conversions([year, before])).toEqual([
      ['ahli pertama 25-01 25-12', 12, 12.5],
      ['ahli pertama 26-01 26-12', 12, 12.5],
    ]);
  });
});

describe('a move within a month', () => {
  const first = evaluated('2026-01-01', '2026-06-14', { kind: 'annual' });
  const second = evaluated('2026-06-15', '2026-12-31', { kind: 'annual', position: 'Pranata Komputer Ahli Muda' });
  const posts = [held(POST, '2020-01-01', '2026-06-14'), held('Pranata Komputer Ahli Muda', '2026-06-15', null)];

  it('counts once, for the post that was left', () => {
    expect(conversions([second, first], posts)).toEqual([
      ['ahli pertama 26-01 26-06', 6, 6.25],
      ['ahli muda 26-07 26-12', 6, 12.5],
    ]);
  });

  it('counts the same where one SKP went on over it', () => {
    const whole = evaluated('2026-01-01', '2026-12-31', { kind: 'annual', position: 'Pranata Komputer Ahli Muda' });
    expect(conversions([whole], posts)).toEqual([
      ['ahli pertama 26-01 26-06', 6, 6.25],
      ['ahli muda 26-07 26-12', 6, 12.5],
    ]);
  });

  it('counts for the functional post where the other is none', () => {
    const office = held('Kepala Seksi', '2020-01-01', '2026-06-14', 'JA');
    const led = evaluated('2026-01-01', '2026-06-14', { kind: 'annual', position: 'Kepala Seksi' });
    expect(conversions([led, second], [office, held('Pranata Komputer Ahli Muda', '2026-06-15')])).toEqual([
      ['ahli muda 26-06 26-12', 7, 14.58],
    ]);
  });
});

it('a year never has more than twelve months, whatever was evaluated', () => {
  const all = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(month);
  const halves = [
    evaluated('2026-01-01', '2026-06-14', { kind: 'annual' }),
    evaluated('2026-06-15', '2026-12-31', { kind: 'annual' }),
    evaluated('2026-04-01', '2026-06-30', { kind: 'periodic' }),
  ];
  const claimed = conversionsOf({ employment: 'PNS', evaluations: [...all, ...halves], posts: [] });
  const months = claimed.flatMap((one) => one.months);
  expect(months).toHaveLength(12);
  expect(new Set(months).size).toBe(12);
});

describe('what one evaluation gives', () => {
  const all = (evaluations: Evaluation[]) => conversionsOf({ employment: 'PNS', evaluations, posts: [] });

  it('its points and months', () => {
    expect(creditOf(month('03'), all([month('03')]))).toEqual({ is: 'given', points: 1.04, months: 1 });
  });

  it('of two levels in one, the points of both', () => {
    const posts = [held(POST, '2020-01-01', '2026-06-30'), held('Pranata Komputer Ahli Muda', '2026-07-01')];
    const whole = evaluated('2026-01-01', '2026-12-31', { kind: 'annual', position: 'Pranata Komputer Ahli Muda' });
    const conversions = conversionsOf({ employment: 'PNS', evaluations: [whole], posts });
    expect(creditOf(whole, conversions)).toEqual({ is: 'given', points: 18.75, months: 12 });
  });

  it('nothing beside that of the year, which has its months', () => {
    expect(creditOf(month('03'), all([month('03'), year]))).toEqual({ is: 'elsewhere' });
  });

  it('not known while it is objected to', () => {
    const objected = { ...year, state: 'objected' } as Evaluation;
    expect(creditOf(objected, all([objected]))).toEqual({ is: 'open' });
  });

  it('none where the person has no credit at all', () => {
    expect(creditOf(year, [])).toBeNull();
  });
});

describe('what adds up', () => {
  const MUDA = 'Pranata Komputer Ahli Muda';
  const of = (from: number, position = POST, state: EvaluationState = 'final') =>
    evaluated(`${from}-01-01`, `${from}-12-31`, { kind: 'annual', position, state });
  const added = (evaluations: Evaluation[], years?: { from: string; until: string }) =>
    accumulated(conversionsOf({ employment: 'PNS', evaluations, posts: [] }), years).map(
      ({ level, evaluation }) => `${level} ${evaluation.validFrom.slice(0, 4)}`,
    );

  it('all years of one level', () => {
    expect(added([of(2026), of(2025)])).toEqual(['ahli pertama 2025', 'ahli pertama 2026']);
  });

  it('the years that were asked for', () => {
    expect(added([of(2024), of(2025), of(2026)], { from: '2025', until: '2025' })).toEqual(['ahli pertama 2025']);
  });

  it('nothing of an earlier level', () => {
    expect(added([of(2024), of(2025, MUDA), of(2026, MUDA)])).toEqual(['ahli muda 2025', 'ahli muda 2026']);
    expect(added([of(2024, MUDA), of(2025), of(2026, MUDA)])).toEqual(['ahli muda 2026']);
  });

  it('nothing that is objected to', () => {
    expect(added([of(2025), of(2026, POST, 'objected')])).toEqual(['ahli pertama 2025']);
  });

  it('nothing of nothing', () => {
    expect(added([])).toEqual([]);
  });
});

it.each([
  ['2026-01-01', '2026-12-31', 12],
  ['2026-01-01', '2026-06-30', 6],
  ['2026-07-15', '2026-07-31', 1],
])('from %s until %s are %i months', (from, until, months) => {
  expect(monthsOf(from, until)).toHaveLength(months);
});
