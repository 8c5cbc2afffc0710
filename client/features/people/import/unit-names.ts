// Which unit a file means: by its id, or by its name and, where several are called so, by the unit above ("Subbagian Tata Usaha"
// there is in every puskesmas). What a file leaves open is told, never guessed: by the unit follow superior and approval.

import { groupBy } from '#shared/group-by.ts';
import { plain } from '#shared/people/rules/personnel.ts';
import type { Unit, UnitId } from '#shared/people/tables.ts';

/** A unit as a file names it: by an id, where it has one, and by its name. */
export interface UnitNamed {
  id: string | null;
  name: string;
}

export interface UnitUnder {
  unit: UnitNamed;
  parent: UnitNamed | null;
}

interface Placed {
  id: UnitId;
  name: string;
  parentId: UnitId | null;
}

/** What names the same unit in one file. */
export const unitKey = ({ unit, parent }: UnitUnder): string =>
  unit.id ?? `name ${plain(unit.name)} in ${parent ? (parent.id ?? plain(parent.name)) : ''}`;

/** A new unit's id is made of the beginning of its name: long names may begin alike. */
const ID_LETTERS = 60;

export class UnitNames {
  #known: ReadonlyMap<UnitId, Unit>;
  #wanted = new Map<UnitId, Placed>();
  /** The units above that the file names for a name without an id. */
  #above: ReadonlyMap<string, ReadonlySet<string>>;
  #found = new Map<string, UnitId | null>();

  constructor(known: readonly Unit[], inFile: readonly UnitUnder[]) {
    this.#known = new Map(known.map((unit) => [unit.id, unit]));
    const unnumbered = inFile.filter(({ unit, parent }) => unit.id === null && parent !== null);
    this.#above = new Map(
      [...groupBy(unnumbered, ({ unit }) => plain(unit.name))].map(([name, all]) => [
        name,
        new Set(all.map(({ parent }) => parent?.id ?? plain(parent?.name ?? ''))),
      ]),
    );
    // By their ids first: what is named without one may mean them.
    for (const { unit, parent } of inFile) if (unit.id !== null) this.#want(unit.id, { unit, parent });
    for (const under of inFile) {
      const id = under.unit.id === null ? this.idOf(under) : null;
      if (id !== null) this.#want(id, under);
    }
  }

  /** Null where several units are called so, and nothing tells which is meant. */
  idOf(under: UnitUnder): UnitId | null {
    if (under.unit.id !== null) return under.unit.id;
    const key = unitKey(under);
    const before = this.#found.get(key);
    if (before !== undefined) return before;
    const found = this.#find(under);
    this.#found.set(key, found);
    return found;
  }

  all(): Placed[] {
    const all = new Map<UnitId, Placed>(this.#known);
    for (const [id, unit] of this.#wanted) all.set(id, unit);
    const isThere = (id: UnitId | null) => id !== null && all.has(id);
    return [...all.values()].map(({ id, name, parentId }) => ({
      ...{ id, name },
      parentId: isThere(parentId) ? parentId : null,
    }));
  }

  changed(): Placed[] {
    return this.all().filter(({ id, name, parentId }) => {
      const known = this.#known.get(id);
      return this.#wanted.has(id) && (known?.name !== name || known.parentId !== parentId);
    });
  }

  nameOf(id: UnitId): string {
    return this.#wanted.get(id)?.name ?? this.#known.get(id)?.name ?? '';
  }

  #find({ unit, parent }: UnitUnder): UnitId | null {
    const alike = [...this.#everything()].filter(({ name }) => plain(name) === plain(unit.name));
    const under = parent && alike.filter((one) => this.#isUnder(one, parent));
    const [only] = under ?? [];
    if (only && under?.length === 1) return only.id;
    const several = this.#above.get(plain(unit.name))?.size ?? 0;
    // Of one name in the file and in the directory, another unit above means that it was moved.
    if (several <= 1 && alike.length === 1) return alike[0]?.id ?? null;
    if (parent ? (under?.length ?? 0) > 1 : several > 1 || alike.length > 1) return null;
    return this.#idFor(unit.name);
  }

  #isUnder(one: Placed, parent: UnitNamed): boolean {
    if (one.parentId === null) return false;
    return parent.id === null ? plain(this.nameOf(one.parentId)) === plain(parent.name) : parent.id === one.parentId;
  }

  #idFor(name: string): UnitId {
    const letters = plain(name)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, ID_LETTERS);
    const taken = new Set<UnitId | null>([...this.#known.keys(), ...this.#wanted.keys(), ...this.#found.values()]);
    for (let number = 1; ; number += 1) {
      const id: UnitId = `unit-${letters}${number > 1 ? `-${number}` : ''}`;
      if (!taken.has(id)) return id;
    }
  }

  /** A parent that nobody knows is above the agency: the unit is one of its highest. */
  #want(id: UnitId, { unit, parent }: UnitUnder): void {
    const before = this.#wanted.get(id) ?? this.#known.get(id);
    const parentId = parent ? this.idOf({ unit: parent, parent: null }) : (before?.parentId ?? null);
    this.#wanted.set(id, { id, name: unit.name || (before?.name ?? ''), parentId: parentId === id ? null : parentId });
    if (parent && parent.name !== '' && parentId && !this.#known.has(parentId) && !this.#wanted.has(parentId))
      this.#wanted.set(parentId, { id: parentId, name: parent.name, parentId: null });
  }

  #everything(): Iterable<Placed> {
    return new Map<UnitId, Placed>([...this.#known, ...this.#wanted]).values();
  }
}
