import { expect, it } from 'vitest';
import { mutations } from '#shared/mutations.ts';
import { type MutationSpec, parseMutation } from '#shared/sync/mutation.ts';
import { everyMutation, foundedWorld } from './every-mutation.ts';
import { actorOf } from './people-who-act.ts';

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

/** A superior delegates without any role; of others only an administrator may. */
const ALSO_FOR_OTHERS = ['delegation.add', 'delegation.end'];

it('what only a role may do is closed to everybody else before anything is read or locked for it', () => {
  const world = foundedWorld();
  const nobody = actorOf('cici');
  const open = new Set<string>();
  for (const step of everyMutation) {
    const { person, call, at } = step(world);
    const parsed = parseMutation(mutations, { ...call, v: mutations[call.name].version });
    if (!parsed.ok) throw new Error(call.name);
    const spec: MutationSpec<unknown> = parsed.spec;
    const today = at.slice(0, 10);
    const tried = spec.decide({
      ...{ args: parsed.args, rows: world.rows, actor: nobody, now: at, today, latestDay: today },
      ...{ mutationId: 'x', clock: 'trusted', again: null },
    });
    const byRole = tried.result === 'refused' && ['not-administrator', 'not-treasurer'].includes(tried.refusal.code);
    // Those that have a role take effect, so a rule that asks for none would let anybody do it.
    const takes = tried.result !== 'refused' && person === 'admin';
    if ((byRole || takes) && !spec.closedTo?.(nobody) && !ALSO_FOR_OTHERS.includes(call.name)) open.add(call.name);
    world.act(person, call, at);
  }
  expect([...open]).toEqual([]);
});
