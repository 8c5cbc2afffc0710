// The product, as the sync engines of browser and server are told of it.

import { mutations } from '#shared/mutations/index.ts';
import type { Domain } from '#shared/sync/domain.ts';
import { agencyScope, tables, workScope } from '#shared/tables.ts';

export const domain: Domain = {
  tables,
  mutations,
  referenceScope: (actor) => agencyScope(actor.tenant),
  ownScope: (actor) => workScope(actor.id),
};
