// What a file would change in the directory: the dry run. What it tells is what the act then does, and nothing else
// (shared/people/rules/personnel.ts).

import { groupBy } from '#shared/group-by.ts';
import type { MutationArgs } from '#shared/mutations.ts';
import {
  actingEndOf,
  type Effect,
  effectOf,
  isSamePost,
  lastPost,
  leavingOf,
  newEmployeeId,
  type PersonChange,
  plain,
  tallyOf,
  type WantedPerson,
  type WantedPost,
} from '#shared/people/rules/personnel.ts';
import { type Derived, leadsByName, type Placed, superiorsOf } from '#shared/people/rules/superiors.ts';
import type { Assignment, Employee, EmployeeId, Unit, UnitId } from '#shared/people/tables.ts';
import type { PersonnelFile, ReadPerson, RowProblem } from './read-personnel.ts';
import { UnitNames } from './unit-names.ts';

export interface Directory {
  units: readonly Unit[];
  employees: readonly Employee[];
  assignments: readonly Assignment[];
}

export interface Line {
  nip: string;
  name: string;
  unit: string;
  position: string;
  what: PersonChange[];
  /** The post before, where it is another. */
  before: string | null;
}

export interface Plan {
  args: MutationArgs<'personnel.take'>;
  lines: Line[];
  newUnits: string[];
  /** Whose superior does not follow from the units, and why. */
  open: { name: string; unit: string; why: 'none' | 'several' }[];
  /** Who heads a unit with none above: one alone heads the agency. */
  tops: { name: string; unit: string }[];
  /** Whose class of post is not known afterwards: their allowance has no base. */
  classless: { name: string; unit: string }[];
  /** Who stays, though what the file says of their standing is not known. */
  odd: { name: string; words: string }[];
  problems: RowProblem[];
}

interface How {
  directory: Directory;
  from: string;
  /** Whether everybody of the agency stands in the file: who does not has left. */
  complete: boolean;
}

export function planOf(file: PersonnelFile, { directory, from, complete }: How): Plan {
  const staff = file.people.filter(({ gone }) => !gone);
  const units = new UnitNames(directory.units, [...file.units, ...staff]);
  const scope = directory.units[0]?.scope ?? directory.employees[0]?.scope ?? '';
  const problems: RowProblem[] = [];
  const posts = groupBy(directory.assignments, ({ employeeId }) => employeeId);
  const byNip = new Map(directory.employees.flatMap((one) => (one.nip ? [[one.nip, one] as const] : [])));
  const ownId = (nip: string): EmployeeId => byNip.get(nip)?.id ?? newEmployeeId(nip);
  const isOpen = (post: Assignment | undefined) =>
    post !== undefined && (post.validUntil === null || post.validUntil >= from);

  for (const one of [...file.units, ...staff]) {
    if (units.idOf(one) === null) problems.push({ row: one.row, kind: 'unit-ambiguous', found: one.unit.name });
  }
  const here = staff.filter((one) => units.idOf(one) !== null);
  const unitOf = (one: ReadPerson): UnitId => units.idOf(one) ?? '';

  const inFile = new Set(here.map(({ nip }) => ownId(nip)));
  const listed = new Set(file.people.map(({ nip }) => ownId(nip)));
  const left = new Set<EmployeeId>();
  for (const { nip, gone } of file.people) if (gone && byNip.has(nip) && !inFile.has(ownId(nip))) left.add(ownId(nip));
  if (complete && file.kind === 'people') {
    for (const { id, nip } of directory.employees) if (nip && !listed.has(id)) left.add(id);
  }
  for (const id of left) if (!(posts.get(id) ?? []).some(isOpen)) left.delete(id);

  const others = directory.employees.flatMap((employee) => {
    const last = lastPost(posts.get(employee.id) ?? [], { kind: 'definitive', unitId: '' });
    return last && isOpen(last) && !inFile.has(employee.id) && !left.has(employee.id) ? [{ employee, last }] : [];
  });
  const leading = new Set(directory.assignments.filter(isOpen).map(({ supervisorId }) => supervisorId));
  const placed: Placed[] = [
    ...here.map((one) => ({ ...one, id: ownId(one.nip), unitId: unitOf(one) })),
    ...others.map(({ employee, last }) => ({
      ...{ id: employee.id, unitId: last.unitId, position: last.position, acting: false, echelon: null },
      structural: leading.has(employee.id) && leadsByName(last.position),
    })),
  ];
  const derived = file.kind === 'people' ? superiorsOf(units.all(), placed) : new Map<EmployeeId, Derived>();
  /** Of several that nobody is above nothing tells which one heads the agency: whoever did goes on. */
  const highest = [...derived].filter(([, { by }]) => by === 'top');
  const headsAgency = (id: EmployeeId, last: Assignment | undefined): boolean =>
    highest.length === 1 ? highest[0]?.[0] === id : staying.has(id) && last?.headsAgency === true;

  /** Posts as Plt in units that the file gives a definitive head; and those that a file which names acting heads names no more. */
  const named = new Set(here.flatMap((one) => (one.acting ? [`${ownId(one.nip)} ${unitOf(one)}`] : [])));
  const led = new Set(
    here.flatMap((one) => (!one.acting && (one.structural || leadsByName(one.position)) ? [unitOf(one)] : [])),
  );
  const actingEnds = directory.assignments.filter(
    (post) =>
      post.kind === 'plt' &&
      isOpen(post) &&
      !left.has(post.employeeId) &&
      !named.has(`${post.employeeId} ${post.unitId}`) &&
      (led.has(post.unitId) || (named.size > 0 && listed.has(post.employeeId))),
  );
  const ledNoMore = new Set(actingEnds.map(({ employeeId, unitId }) => `${employeeId} ${unitId}`));

  /** Whether somebody goes on in the very post: then who is their superior may go on to be. */
  const staying = new Set<EmployeeId>(others.map(({ employee }) => employee.id));
  for (const one of here) {
    const last = lastPost(posts.get(ownId(one.nip)) ?? [], { kind: 'definitive', unitId: '' });
    if (!one.acting && isOpen(last) && isSamePost({ unitId: unitOf(one), position: one.position }, last))
      staying.add(ownId(one.nip));
  }
  const superiorFor = (id: EmployeeId, last: Assignment | undefined): EmployeeId | null => {
    const before = staying.has(id) ? (last?.supervisorId ?? null) : null;
    if (before !== null && staying.has(before) && !ledNoMore.has(`${before} ${last?.unitId}`)) return before;
    const found = derived.get(id)?.superior ?? null;
    return found ?? (before !== null && inFile.has(before) ? before : null);
  };

  const known = new Set([...directory.employees.map(({ id }) => id), ...inFile]);
  const wanted = new Map<EmployeeId, { row: number | null; person: WantedPerson }>();
  const want = (row: number | null, person: WantedPerson) => {
    const id = ownId(person.nip);
    const before = wanted.get(id);
    wanted.set(id, {
      row: before?.row ?? row,
      person: { ...person, ...before?.person, posts: [...(before?.person.posts ?? []), ...person.posts] },
    });
  };
  const postOf = (one: ReadPerson): WantedPost | null => {
    const id = ownId(one.nip);
    const kind = one.acting ? 'plt' : 'definitive';
    const unitId = unitOf(one);
    const last = lastPost(posts.get(id) ?? [], { kind, unitId });
    const told = one.superior === null ? null : ownId(one.superior);
    if (told !== null && (!known.has(told) || left.has(told))) return null;
    const asked = one.since !== null && one.since > from ? one.since : from;
    const same = isSamePost({ unitId, position: one.position }, last) && isOpen(last);
    const superiorId = told ?? superiorFor(id, last);
    return {
      ...{ unitId, position: one.position, kind, postClass: one.postClass, superiorId },
      positionKind: one.positionKind ?? (last?.positionKind === 'honorer' ? null : last?.positionKind) ?? 'JA',
      headsAgency: superiorId === null && headsAgency(id, last),
      from: same && last && last.validFrom > asked ? last.validFrom : asked,
    };
  };
  for (const one of here) {
    const employee = byNip.get(one.nip);
    const post = postOf(one);
    if (!post) {
      problems.push({ row: one.row, kind: 'superior-unknown', found: one.superior ?? '' });
      continue;
    }
    want(one.row, {
      ...{ nip: one.nip, name: one.name, grade: one.grade ?? employee?.grade ?? null, posts: [post] },
      employment: one.employment ?? (employee?.employment === 'PPPK' ? 'PPPK' : 'PNS'),
    });
  }
  const asBefore = (employee: Employee, last: Assignment, change: Partial<WantedPost>) =>
    want(null, {
      ...{ nip: employee.nip ?? '', name: employee.name, grade: employee.grade },
      employment: employee.employment === 'PPPK' ? 'PPPK' : 'PNS',
      posts: [
        {
          ...{ unitId: last.unitId, position: last.position, kind: 'definitive', postClass: last.postClass },
          positionKind: last.positionKind === 'honorer' ? 'JA' : last.positionKind,
          superiorId: last.supervisorId,
          headsAgency: last.headsAgency && (change.superiorId ?? null) === null,
          from: last.validFrom > from ? last.validFrom : from,
          ...change,
        },
      ],
    });
  for (const { employee, last } of employeesWithNip(others)) {
    const { supervisorId } = last;
    const superiorGone =
      supervisorId !== null && (!staying.has(supervisorId) || ledNoMore.has(`${supervisorId} ${last.unitId}`));
    if (file.kind === 'people' && (superiorGone || supervisorId === null)) {
      const superiorId = derived.get(employee.id)?.superior ?? null;
      if (superiorId !== supervisorId && (superiorId !== null || left.has(supervisorId ?? '')))
        asBefore(employee, last, { superiorId });
    }
  }
  for (const { row, position, postClass } of file.classes) {
    const holders = employeesWithNip(others).filter(({ last }) => plain(last.position) === plain(position));
    if (holders.length === 0) problems.push({ row, kind: 'position-unknown', found: position });
    for (const { employee, last } of holders) {
      if (last.postClass !== postClass) asBefore(employee, last, { postClass });
    }
  }

  const effects: Effect[] = [];
  const people: WantedPerson[] = [];
  const lines: Line[] = [];
  for (const [id, { row, person }] of wanted) {
    const own = posts.get(id) ?? [];
    const idOf = (nip: string, kind: string) => `new.${nip}.${kind}`;
    const effect = effectOf(person, { employee: byNip.get(person.nip), posts: own }, { scope, idOf });
    if ('problem' in effect) {
      problems.push({ row: row ?? 0, kind: effect.problem, found: person.name });
      continue;
    }
    if (effect.what.length === 0) continue;
    effects.push(effect);
    people.push(person);
    const [post] = person.posts;
    const last = lastPost(own, { kind: 'definitive', unitId: '' });
    lines.push({
      ...{ nip: person.nip, name: person.name, what: effect.what, position: post?.position ?? '' },
      unit: units.nameOf(post?.unitId ?? ''),
      before: last && post && !isSamePost(post, last) ? `${last.position}, ${units.nameOf(last.unitId)}` : null,
    });
  }
  const gone: EmployeeId[] = [];
  for (const employee of directory.employees) {
    if (!left.has(employee.id)) continue;
    const own = posts.get(employee.id) ?? [];
    const effect = leavingOf(own, from);
    if (effect.what.length === 0) continue;
    effects.push(effect);
    gone.push(employee.id);
    const last = lastPost(own, { kind: 'definitive', unitId: '' });
    lines.push({
      ...{ nip: employee.nip ?? '', name: employee.name, what: effect.what, before: null },
      ...{ unit: units.nameOf(last?.unitId ?? ''), position: last?.position ?? '' },
    });
  }
  const ended: string[] = [];
  for (const post of actingEnds) {
    const employee = directory.employees.find(({ id }) => id === post.employeeId);
    const effect = actingEndOf(post, from);
    effects.push(effect);
    ended.push(post.id);
    lines.push({
      ...{ nip: employee?.nip ?? '', name: employee?.name ?? '', what: effect.what },
      ...{ unit: units.nameOf(post.unitId), position: '', before: `${post.position}, ${units.nameOf(post.unitId)}` },
    });
  }
  const changed = units.changed();
  const open: Plan['open'] = [];
  const tops: Plan['tops'] = [];
  for (const { person } of wanted.values()) {
    const [post] = person.posts;
    const why = derived.get(ownId(person.nip))?.by;
    if (!post || post.superiorId !== null || !why) continue;
    const line = { name: person.name, unit: units.nameOf(post.unitId) };
    if (why === 'top') tops.push(line);
    else open.push({ ...line, why: why === 'several' ? 'several' : 'none' });
  }
  const classless = [...wanted.values()].flatMap(({ person }) => {
    const [post] = person.posts;
    if (!post || post.kind === 'plt') return [];
    const last = lastPost(posts.get(ownId(person.nip)) ?? [], post);
    const known = post.postClass ?? (isSamePost(post, last) ? last?.postClass : null);
    return known ? [] : [{ name: person.name, unit: units.nameOf(post.unitId) }];
  });
  return {
    args: {
      units: changed,
      people: people as Plan['args']['people'],
      left: gone,
      ended,
      from,
      seen: tallyOf(effects, changed.length),
    },
    newUnits: changed.filter(({ id }) => !directory.units.some((unit) => unit.id === id)).map(({ name }) => name),
    odd: here.flatMap(({ name, oddStanding }) => (oddStanding === null ? [] : [{ name, words: oddStanding }])),
    ...{ lines, open, tops, classless, problems: problems.sort((a, b) => a.row - b.row) },
  };
}

/** A honorer has none, and comes in no list of personnel. */
const employeesWithNip = (others: readonly { employee: Employee; last: Assignment }[]) =>
  others.filter(({ employee }) => employee.nip !== null);
