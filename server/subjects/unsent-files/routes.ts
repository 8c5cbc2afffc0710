// Work that could not travel by itself comes as a file (client/features/sync-centre/unsent-file) and is applied by the same code as
// any other: what has arrived already, or arrives later from the device itself, is not applied twice.
//
// A file is believed as far as it proves itself: signed by a key that the person's device has shown at a contact, it keeps
// the time since that contact and may be brought by an administrator, too. One that proves nothing is brought by the person
// alone, and counts as an act of that person's session. Either way it holds own work only, never a decision.

import { sql } from 'kysely';
import * as v from 'valibot';
import { actorOf, refuseDuringMaintenance } from '#server/auth/actor.ts';
import { sessionOf } from '#server/auth/routes.ts';
import { type Entry, isAdmin } from '#server/auth/sessions.ts';
import type { Db } from '#server/db/database.ts';
import { fault } from '#server/http/problem.ts';
import { schema, shownOnly } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { helpScopes } from '#server/subjects/people/visibility.ts';
import type { ActingServices } from '#server/subjects/sync/office.ts';
import { applyRetried } from '#server/sync/answer.ts';
import { otherWay } from '#server/sync/batch.ts';
import { contactOf, floorOfKey } from '#server/sync/contact.ts';
import { isSigned, lineOf } from '#server/sync/signature.ts';
import { domain } from '#shared/domain.ts';
import { planScope, workScope } from '#shared/scopes.ts';
import type { Actor, Failed } from '#shared/sync/mutation.ts';
import { fileStatement } from '#shared/sync/proof.ts';
import { IMPORT_APP, ImportRequest, ImportResponse } from '#shared/unsent-files/api.ts';
import { receiptOf, throughOf } from './receipt.ts';
import { tellOwner } from './tell-owner.ts';

export function importRoutes(app: App, services: Services): void {
  app.post(
    '/api/import',
    {
      schema: schema('Apply unsent work from a file: the own, or as an administrator a signed one of the agency', {}),
      config: {
        rateLimit: { max: 120, timeWindow: '1 minute' },
        ...shownOnly({ body: ImportRequest, answer: ImportResponse }),
      },
    },
    async (request): Promise<ImportResponse> => {
      const parsed = v.safeParse(ImportRequest, request.body);
      if (!parsed.success) throw fault('malformed', { detail: v.summarize(parsed.issues).slice(0, 500) });
      const session = await sessionOf(request, services);
      refuseDuringMaintenance(session);
      return bring(services, session, parsed.output, (error) => request.log.error(error));
    },
  );
}

/** Applies what a file holds, brought by who is signed in. Knows no HTTP, so that the simulation calls the very same thing. */
export async function bring(
  services: ActingServices,
  session: Entry,
  file: ImportRequest,
  failed: Failed,
): Promise<ImportResponse> {
  const { db, clock, pokes } = services;
  const { person, mutations, proof } = file;
  const own = person === session.employeeId;
  if (!own && !isAdmin(session)) throw fault('forbidden');
  const { agencyId: tenant, timeZone } = session;
  const now = clock();
  const name = await nameOf(db, tenant, person);
  if (!name) throw fault('not-found');
  // Nobody acts as an administrator in another's name.
  const actor: Actor = { id: person, tenant, timeZone, roles: own ? session.roles : [] };
  const proven = await provenFloor(db, actor, file, now);
  if (!proven && !own) throw fault('unsigned');
  const through = proven && proof ? nextOf(session, file, proof) : null;
  const { outcomes, written } = await applyRetried(
    db,
    { ...otherWay(IMPORT_APP, mutations), ...(!own && { importedBy: session.employeeId }) },
    {
      ...{ domain, actor, now, failed, outside: { code: 'not-by-file' } },
      // What a file is refused may come from the device itself, in its right order or by who may decide it.
      refusals: 'told',
      comes: { by: 'other-way', floor: proven ?? contactOf(session).floor },
      visibleOn: async (from, date) =>
        new Set([planScope(person), workScope(person), ...(await helpScopes(from, actor, date))]),
    },
    async (tx) => {
      if (own || !proof) return;
      const { signature, lines } = proof;
      await tellOwner(tx, actorOf(session), { owner: person, signature, count: lines.length, now });
    },
  );
  pokes.moved(tenant, [...written, workScope(person)]);
  const receipt =
    proof && through !== null
      ? receiptOf(session.history.sealKey, { tenant, signature: proof.signature, through })
      : null;
  return { name, outcomes, receipt };
}

/** How far a signed file has come with this part. It must be what follows the part before. */
function nextOf(
  { agencyId: tenant, history }: Entry,
  { mutations, receipt }: ImportRequest,
  { signature, lines }: NonNullable<ImportRequest['proof']>,
): number {
  const begin = throughOf(history.sealKey, receipt, { tenant, signature });
  if (begin === null || !mutations.every((mutation, index) => lines[begin + index] === lineOf(mutation))) {
    throw fault('malformed', { detail: 'the parts of a file follow each other' });
  }
  return begin + mutations.length;
}

/** Null where the agency has no such person with an account. */
async function nameOf(db: Db, tenant: string, person: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select e.name from account a
    join employee e on e.agency_id = a.agency_id and e.id = a.employee_id and not e.deleted
    where a.agency_id = ${tenant} and a.employee_id = ${person}`.execute(db);
  return rows[0]?.name ?? null;
}

/** Since when the device that signed a file has not been heard of; null where the file does not prove whose it is. */
async function provenFloor(db: Db, actor: Actor, { proof, mutations }: ImportRequest, now: Date): Promise<Date | null> {
  if (!proof) return null;
  const signed = new Set(proof.lines);
  if (!mutations.every((mutation) => signed.has(lineOf(mutation)))) return null;
  if (!(await isSigned(fileStatement({ person: actor.id, ...proof }), proof))) return null;
  return floorOfKey(db, actor, proof.key, now);
}
