import { expect, it } from 'vitest';
import { shallowRef } from 'vue';
import { useRead } from './use-read.ts';

it('what comes or changes after the list was opened is unread until it is seen as it is', () => {
  const items = shallowRef<{ id: string; revision: number }[] | undefined>(undefined);
  const { unread, see } = useRead(() => items.value);
  items.value = [
    { id: 'a', revision: 1 },
    { id: 'b', revision: 1 },
  ];
  expect(unread.value.size).toBe(0);
  items.value = [
    { id: 'a', revision: 2 },
    { id: 'c', revision: 1 },
  ];
  expect([...unread.value]).toEqual([
    ['a', 'changed'],
    ['c', 'new'],
  ]);
  see(['a']);
  expect([...unread.value]).toEqual([['c', 'new']]);
  // Seen once is not seen for ever.
  items.value = [{ id: 'a', revision: 3 }];
  expect([...unread.value]).toEqual([['a', 'changed']]);
  // What was taken back is as it was read.
  items.value = [{ id: 'b', revision: 1 }];
  expect(unread.value.size).toBe(0);
});
