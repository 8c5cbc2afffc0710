import { expect, it } from 'vitest';
import { everyMutation, foundedWorld } from './every-mutation.ts';
import { mutations } from './index.ts';

// What the world refuses to a rule (testing.ts): rows that it did not ask for, to read or to write.
it('every mutation takes effect on the rows that it reads, and writes no other', () => {
  const world = foundedWorld();
  const took = new Set<string>();
  for (const step of everyMutation) {
    const { person, call, at } = step(world);
    const decision = world.act(person, call, at);
    expect(decision, `${call.name} by ${person}`).not.toMatchObject({ result: 'refused' });
    if (decision.result !== 'refused' && decision.changes.length > 0) took.add(call.name);
  }
  expect(Object.keys(mutations).filter((name) => !took.has(name))).toEqual([]);
});
