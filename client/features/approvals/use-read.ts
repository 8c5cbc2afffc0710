// What of a list was before the person when it was opened. What comes or changes under the finger since then is marked, and
// nobody decides on it before they say, or show by opening it, that they have read it.

import { type ComputedRef, computed, shallowRef, watch } from 'vue';

interface Item {
  id: string;
  revision: number;
}

export type Unread = 'new' | 'changed';

export function useRead(items: () => readonly Item[] | undefined): {
  /** By id. */
  unread: ComputedRef<ReadonlyMap<string, Unread>>;
  /** These are read as they are now. */
  see: (ids: Iterable<string>) => void;
} {
  const read = shallowRef<ReadonlyMap<string, number> | null>(null);
  const revisions = (of: readonly Item[]) => of.map(({ id, revision }): [string, number] => [id, revision]);
  watch(
    items,
    (now) => {
      if (now && !read.value) read.value = new Map(revisions(now));
    },
    { immediate: true, flush: 'sync' },
  );
  const unread = computed(() => {
    const seen = read.value;
    const found = new Map<string, Unread>();
    for (const { id, revision } of seen ? (items() ?? []) : []) {
      if (seen?.get(id) !== revision) found.set(id, seen?.has(id) ? 'changed' : 'new');
    }
    return found;
  });
  function see(ids: Iterable<string>) {
    const seen = new Set(ids);
    const now = (items() ?? []).filter(({ id }) => seen.has(id));
    read.value = new Map([...(read.value ?? []), ...revisions(now)]);
  }
  return { unread, see };
}
