// What a list of the agency's people changes in its directory: the dry run on the screen and the act at the server reckon it by
// the same functions, so that nothing else is done than was shown. From a day on; what was before stays as it was. The same
// list once more changes nothing.

import { addDays } from '#shared/time/working-time.ts';
import type { Assignment, Employee, EmployeeId, PositionKind, UnitId } from '../tables.ts';

export interface WantedPost {
  unitId: UnitId;
  position: string;
  positionKind: Exclude<PositionKind, 'honorer'>;
  kind: 'definitive' | 'plt';
  /** Null where the list knows none: one that is known stays. */
  postClass: number | null;
  superiorId: EmployeeId | null;
  /** Heads the agency: nobody in it is above. */
  headsAgency: boolean;
  /** From when it is held. */
  from: string;
}

export interface WantedPerson {
  nip: string;
  name: string;
  employment: 'PNS' | 'PPPK';
  grade: string | null;
  /** The own one, and one as Plt beside it; none where the list tells of the person alone. */
  posts: readonly WantedPost[];
}

/** What happens to somebody; several may. */
export const PERSON_CHANGES = ['new', 'returned', 'moved', 'promoted', 'superior', 'corrected', 'left'] as const;
export type PersonChange = (typeof PERSON_CHANGES)[number];

export const newEmployeeId = (nip: string): EmployeeId => `nip-${nip}`;

export interface Known {
  employee: Employee | undefined;
  posts: readonly Assignment[];
}

export interface Effect {
  what: PersonChange[];
  employee: Employee | null;
  put: Assignment[];
  remove: Assignment[];
}

export type PersonProblem = 'later-post';

const NOTHING: Effect = { what: [], employee: null, put: [], remove: [] };

/** `scope`: of the directory; `idOf`: the id of a post that is new. */
export function effectOf(
  wanted: WantedPerson,
  { employee: known, posts }: Known,
  { scope, idOf }: { scope: string; idOf: (nip: string, kind: WantedPost['kind']) => string },
): Effect | { problem: PersonProblem } {
  const { nip, name, employment, grade } = wanted;
  const employee: Employee = {
    ...{ id: newEmployeeId(nip), scope, version: 0 },
    ...known,
    ...{ nip, name, employment, grade },
  };
  const effect: Effect = { what: [], employee: null, put: [], remove: [] };
  if (!known) effect.what.push('new');
  else if (known.grade !== grade && known.grade !== null) effect.what.push('promoted');
  if (known && (known.name !== name || known.employment !== employment || (known.grade === null && grade !== null)))
    effect.what.push('corrected');
  if (effect.what.length > 0) effect.employee = employee;
  for (const post of wanted.posts) {
    const last = lastPost(posts, post);
    const same = isSamePost(post, last);
    const kept = same && last ? last : { position: post.position, postClass: null, leadsUnit: false };
    const held: Assignment = {
      ...{ id: idOf(nip, post.kind), scope, version: 0, employeeId: employee.id, unitId: post.unitId },
      ...{ position: kept.position, positionKind: post.positionKind, kind: post.kind, supervisorId: post.superiorId },
      ...{ postClass: post.postClass ?? kept.postClass, leadsUnit: kept.leadsUnit, headsAgency: post.headsAgency },
      ...{ validFrom: post.from, validUntil: null },
    };
    if (!last) {
      effect.put.push(held);
      // Who stood in the directory without a post, as the first administrator does, was given one.
      if (known) effect.what.push('moved');
      continue;
    }
    const isOver = last.validUntil !== null && last.validUntil < post.from;
    if (!isOver && isEqual(held, last)) continue;
    if (last.validFrom > post.from) return { problem: 'later-post' };
    if (isOver) {
      effect.put.push(held);
      effect.what.push(post.kind === 'definitive' ? 'returned' : 'moved');
      continue;
    }
    // A day on which it ends already stays that day.
    const goesOn = { ...held, validUntil: last.validUntil };
    if (last.validFrom === post.from) effect.put.push({ ...goesOn, id: last.id });
    else effect.put.push({ ...last, validUntil: addDays(post.from, -1) }, goesOn);
    if (!same) effect.what.push('moved');
    else if (held.supervisorId !== last.supervisorId || held.headsAgency !== last.headsAgency)
      effect.what.push('superior');
    else effect.what.push('corrected');
  }
  return effect.what.length + effect.put.length === 0 ? NOTHING : { ...effect, what: [...new Set(effect.what)] };
}

/** From a day on somebody holds no post here. */
export function leavingOf(posts: readonly Assignment[], from: string): Effect {
  const open = posts.filter(({ validUntil }) => validUntil === null || validUntil >= from);
  if (open.length === 0) return NOTHING;
  return {
    what: ['left'],
    employee: null,
    put: open.flatMap((post) => (post.validFrom < from ? [{ ...post, validUntil: addDays(from, -1) }] : [])),
    remove: open.filter((post) => post.validFrom >= from),
  };
}

/** A post as Plt ends beside the own one, which goes on. */
export function actingEndOf(post: Assignment, from: string): Effect {
  const { put, remove } = leavingOf([post], from);
  return { what: ['corrected'], employee: null, put, remove };
}

/** Of the own posts the latest; of those as Plt the latest in that unit. */
export const lastPost = (
  posts: readonly Assignment[],
  { kind, unitId }: Pick<WantedPost, 'kind' | 'unitId'>,
): Assignment | undefined =>
  posts
    .filter((post) => post.kind === kind && (kind === 'definitive' || post.unitId === unitId))
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];

type Named = Pick<Assignment, 'unitId' | 'position'>;
/** Lists write a post in capitals that the agency does not: it stays the same post. */
export const isSamePost = (post: Named, last: Named | undefined): boolean =>
  last !== undefined && post.unitId === last.unitId && plain(post.position) === plain(last.position);

/** What names the same, however it is written. */
export const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const isEqual = (a: Assignment, b: Assignment): boolean =>
  isSamePost(a, b) &&
  a.positionKind === b.positionKind &&
  a.supervisorId === b.supervisorId &&
  a.headsAgency === b.headsAgency &&
  a.postClass === b.postClass;

export type Tally = Record<PersonChange | 'units', number>;

export function tallyOf(effects: Iterable<Pick<Effect, 'what'>>, units: number): Tally {
  const tally: Tally = { ...zeros(), units };
  for (const { what } of effects) for (const change of what) tally[change] += 1;
  return tally;
}

const zeros = () => Object.fromEntries(PERSON_CHANGES.map((change) => [change, 0])) as Record<PersonChange, number>;

/** Whether following parents from somewhere comes back to where it was. */
export function goesRound<Id>(starts: Iterable<Id>, above: (id: Id) => Id | null): boolean {
  const ends = new Set<Id>();
  for (const start of starts) {
    const path = new Set<Id>();
    for (let at: Id | null = start; at !== null && !ends.has(at); at = above(at)) {
      if (path.has(at)) return true;
      path.add(at);
    }
    for (const passed of path) ends.add(passed);
  }
  return false;
}
