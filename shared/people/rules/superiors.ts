// Who is whose superior, as it follows from the tree of units: the head of the own unit, of a head the head of the next unit
// above. Source: PermenPANRB 6/2022 article 1 (pejabat penilai kinerja is the direct superior); the personnel data of BKN name
// none. Of several who could head a unit the definitive one comes before the acting one (Plt), then the higher echelon.

import { groupBy } from '#shared/group-by.ts';
import type { EmployeeId, UnitId } from '../tables.ts';

export interface Placed {
  id: EmployeeId;
  unitId: UnitId;
  position: string;
  /** Holds a structural post, whoever else is in the unit. */
  structural: boolean;
  acting: boolean;
  /** The echelon as digits, 22 for II.b: the lower the higher. Null where there is none, or none is known. */
  echelon: number | null;
}

/** `top`: the head of a unit with none above. `none`: nobody heads the unit or one above; `several`: more than one may. */
export type Derived =
  | { superior: EmployeeId; by: 'head' | 'above' }
  | { superior: null; by: 'top' | 'none' | 'several' };

export interface Tree {
  id: UnitId;
  parentId: UnitId | null;
}

/** "II.b" or "III/a" as digits: 22, 31. */
export function echelonOf(written: string): number | null {
  const [, group = '', part = ''] = /\b(IV|V|III|II|I)[\s./-]*([ab])\b/i.exec(written) ?? [];
  const number = ['I', 'II', 'III', 'IV', 'V'].indexOf(group.toUpperCase()) + 1;
  return number === 0 ? null : number * 10 + (part.toLowerCase() === 'a' ? 1 : 2);
}

/** Who leads by the name of the post: heads of schools and puskesmas hold no structural post. */
const LEADS =
  /^(pl[th]\.?\s+)?(kepala|ketua|sekretaris daerah|direktur|camat|lurah|inspektur|kadis|kaban|kabid|kasubbag|kasi)\b/i;

export const leadsByName = (position: string): boolean => LEADS.test(position.trim());

export type Head = { id: EmployeeId } | 'none' | 'several';

export function headOf(people: readonly Placed[]): Head {
  const structural = people.filter((one) => one.structural);
  const named = people.filter((one) => leadsByName(one.position));
  const both = structural.filter((one) => leadsByName(one.position));
  const able = [both, structural, named].find((some) => some.length > 0) ?? [];
  const rank = (one: Placed) => Number(one.acting) * 1000 + (one.echelon ?? 99);
  const [first, second] = [...able].sort((a, b) => rank(a) - rank(b));
  if (!first) return 'none';
  return second && rank(second) === rank(first) && second.id !== first.id ? 'several' : { id: first.id };
}

/** Of everybody that is placed in a unit. Somebody with a second, acting post is asked for by the own one. */
export function superiorsOf(units: readonly Tree[], placed: readonly Placed[]): Map<EmployeeId, Derived> {
  const tree = new Map(units.map((unit) => [unit.id, unit]));
  const heads = new Map<UnitId, Head>(
    [...groupBy(placed, ({ unitId }) => unitId)].map(([unit, people]) => [unit, headOf(people)]),
  );

  const derive = ({ id, unitId }: Placed): Derived => {
    const seen = new Set<UnitId>();
    let own = true;
    for (let at: UnitId | null = unitId; at !== null && !seen.has(at); at = tree.get(at)?.parentId ?? null) {
      seen.add(at);
      const head = heads.get(at) ?? 'none';
      if (head === 'several') return { superior: null, by: 'several' };
      if (head !== 'none' && head.id !== id) return { superior: head.id, by: own ? 'head' : 'above' };
      // Whoever heads the own unit looks further up as a matter of course.
      if (head === 'none') own = false;
    }
    const headsOwn = heads.get(unitId);
    const isHead = typeof headsOwn === 'object' && headsOwn.id === id;
    return { superior: null, by: isHead ? 'top' : 'none' };
  };
  const found = new Map<EmployeeId, Derived>();
  for (const one of [...placed].sort((a, b) => Number(b.acting) - Number(a.acting))) found.set(one.id, derive(one));
  return found;
}
