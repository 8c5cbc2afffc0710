// Whatever a device sends in the place of any value: it is refused with a reason, or taken as something that both sides can
// keep and reckon with. No step of a mutation throws. That PostgreSQL keeps what is taken: server/subjects/sync/kept-rows.test.ts.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, mutations } from '#shared/mutations.ts';
import { equal } from '#shared/sync/merge.ts';
import { parseMutation } from '#shared/sync/mutation.ts';
import { everyMutation, foundedWorld, type Step } from './every-mutation.ts';
import { HOSTILE, hostileCopies, placesIn, withValue } from './hostile-args.ts';
import { runCall, uuid } from './people-who-act.ts';

const names = Object.keys(mutations) as (keyof typeof mutations)[];
const RUBBISH = [...HOSTILE, 'kind', ['x'], { to: 'x' }, { to: [] }, { kind: 'file' }, { edits: null }, { content: 7 }];

/** Decides a step with other arguments; what it would write has to survive a journey over the wire. */
function tryStep(world: ReturnType<typeof foundedWorld>, { person, call, at }: Step, args: unknown): string {
  const decision = runCall(world.rows, { person, call: { ...call, args } as Call, at, mutationId: uuid(999) });
  if (decision.result === 'refused') return decision.refusal.code;
  for (const { row } of decision.changes) {
    const arrived = row && JSON.parse(JSON.stringify(row));
    if (!equal(row, arrived)) throw new Error(`${call.name} writes what JSON does not know: ${JSON.stringify(row)}`);
  }
  return decision.result;
}

describe.each(names)('%s', (name) => {
  const { version } = mutations[name];
  it.each(Array.from({ length: version }, (_, before) => version - before))(
    'of version %i refuses what is no arguments at all, by its schema',
    (v) => {
      for (const args of [null, [], 'x', 7, ['x'], { x: 1 }]) {
        expect(parseMutation(mutations, { name, v, args })).toMatchObject({
          ok: false,
          refusal: { code: 'malformed' },
        });
      }
      for (const args of RUBBISH) expect(() => parseMutation(mutations, { name, v, args })).not.toThrow();
    },
  );
});

it('with any one value of any mutation hostile, it is refused, or taken as what can be kept', () => {
  const world = foundedWorld();
  const taken = new Map<string, number>();
  for (const make of everyMutation) {
    const step = make(world);
    for (const args of hostileCopies(step.call.args)) {
      const outcome = tryStep(world, step, args);
      taken.set(outcome, (taken.get(outcome) ?? 0) + 1);
    }
    world.act(step.person, step.call, step.at);
  }
  // Both happen, or nothing was tried.
  expect(taken.get('malformed')).toBeGreaterThan(10_000);
  expect(taken.get('applied')).toBeGreaterThan(1000);
});

it('with any few values hostile at once, no step of it throws', () => {
  const world = foundedWorld();
  const worlds = everyMutation.map((make, index) => {
    const before = foundedWorld();
    for (const earlier of everyMutation.slice(0, index)) {
      const { person, call, at } = earlier(before);
      before.act(person, call, at);
    }
    return { before, step: make(before) };
  });
  expect(worlds.length).toBeGreaterThan(names.length);
  expect(world.rows).toBeDefined();
  const replaced = fc.array(fc.record({ place: fc.nat(), value: fc.constantFrom(...HOSTILE) }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...worlds), replaced, ({ before, step }, changes) => {
      const args = changes.reduce<unknown>((so, { place, value }) => {
        const places = placesIn(so);
        return withValue(so, places[place % places.length] ?? [], value);
      }, step.call.args);
      tryStep(before, step, args);
    }),
    { numRuns: 5000 },
  );
});
