// The product, as the sync engines of browser and server are told of it.

import { mutations } from './mutations.ts';
import { agencyScope, isHelpScopeOf, workScope } from './scopes.ts';
import type { Domain } from './sync/domain.ts';
import { tables } from './tables.ts';

export const domain: Domain = {
  tables,
  mutations,
  referenceScope: (actor) => agencyScope(actor.tenant),
  ownScope: (actor) => workScope(actor.id),
  opens: (actor, scope) => isHelpScopeOf(actor.id, scope),
};
