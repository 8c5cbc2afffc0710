import { expect, it } from 'vitest';
import { agencyScope } from '#shared/scopes.ts';
import { AGENCY, newWorld, outcomeOf, TODAY, uuid } from '#shared/testing/people-who-act.ts';

it.each([
  ['that goes on ends with yesterday', '2026-11-01', null, '2026-11-23'],
  ['that would go on ends with yesterday', '2026-11-01', '2026-12-31', '2026-11-23'],
  ['that is over already stays as it was', '2026-11-01', '2026-11-05', '2026-11-05'],
])('a delegation %s', (_what, validFrom, validUntil, ended) => {
  const world = newWorld();
  expect(TODAY).toBe('2026-11-24');
  const scope = agencyScope(AGENCY);
  const row = { id: uuid(1), scope, version: 1, fromId: 'ani', toId: 'cici', kind: 'plh' as const };
  world.put('delegation', { ...row, validFrom, validUntil });
  expect(outcomeOf(world.act('ani', { name: 'delegation.end', args: { id: uuid(1) } }))).toBe('applied');
  expect(world.rows.get('delegation', scope, uuid(1))).toMatchObject({ validFrom, validUntil: ended });
});
