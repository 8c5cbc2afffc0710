import { expect, it } from 'vitest';
import { dispatch } from './dispatch.ts';
import { forgetOwn, keepOwn, ownDraft } from './own-draft.ts';
import { takeBack } from './take-back.ts';
import { newDevice, newId, ToyServer } from './testing.ts';

const key = 'note new';
const of = (form: string) => ({ key, form });
const typed = (form: string, value: string) => ({ ...of(form), value, at: '2026-11-24T02:00:00.000Z' });
const write = (id: string) => ({ name: 'note.write', args: { id, text: id, place: 'office' }, id: newId() });

function device() {
  const made = newDevice('IndexedDB', new ToyServer());
  const { store } = made;
  return {
    ...made,
    keep: (form: string, value: string) => store.write((tx) => keepOwn(tx, typed(form, value))),
    forget: (form: string) => store.write((tx) => forgetOwn(tx, of(form))),
    value: async (form: string) => (await store.read((tx) => ownDraft(tx, of(form))))?.value,
  };
}

it('a second form of the same kind is kept beside the first, and neither writes over the other', async () => {
  const { keep, value } = device();
  await keep('one', 'A');
  await keep('two', 'B');
  await keep('one', 'A, longer');
  expect([await value('one'), await value('two')]).toEqual(['A, longer', 'B']);
});

it('a form forgets its own draft alone, and the other one stays where it is found', async () => {
  const { keep, forget, value, store } = device();
  await keep('one', 'A');
  await keep('two', 'B');
  await forget('one');
  expect([await value('one'), await value('two')]).toEqual([undefined, 'B']);
  await keep('two', 'B, longer');
  expect(await store.read((tx) => tx.draft(key))).toMatchObject({ form: 'two', value: 'B, longer' });
  await forget('one');
  expect(await value('two')).toBe('B, longer');
  await forget('two');
  expect(await value('two')).toBeUndefined();
});

it('saving a form leaves what is typed in another of the same key', async () => {
  const { keep, value, ports } = device();
  await keep('one', 'A');
  await keep('two', 'B');
  await dispatch(ports, [write('a')], { draft: of('two') });
  expect([await value('one'), await value('two')]).toEqual(['A', undefined]);
  await keep('two', 'B');
  await dispatch(ports, [write('b')], { draft: of('one') });
  expect([await value('one'), await value('two')]).toEqual([undefined, 'B']);
});

it('what is taken back comes back beside what was typed since', async () => {
  const { keep, value, ports } = device();
  await keep('one', 'the note that was given');
  const call = write('a');
  await dispatch(ports, [call], { draft: of('one'), hold: true });
  await keep('two', 'a new note');
  expect(await takeBack(ports, [call.id])).toBe(true);
  expect([await value('one'), await value('two')]).toEqual(['the note that was given', 'a new note']);
});

it('a draft of an older app, which names no form, is whose it is found by', async () => {
  const { store, keep, value } = device();
  await store.write((tx) => tx.keepDraft({ key, value: 'before', at: '' }));
  expect(await value('one')).toBe('before');
  await keep('one', 'after');
  expect(await store.read((tx) => tx.draft(key))).toMatchObject({ form: 'one', value: 'after' });
});
