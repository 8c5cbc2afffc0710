// Who is let in: whoever held a post here and holds none any more has left, whatever roles the account has. An administrator
// who never held one has not. A post that begins later lets in before, so that who is to come can make ready.

import { type RawBuilder, sql } from 'kysely';
import type { Role } from '#shared/people/api.ts';

/** For a statement with an `account a` and its `agency g`: whether the holder has left by `now`. */
export const hasLeft = (now: Date): RawBuilder<boolean> => sql<boolean>`(
  exists (select from assignment p where p.agency_id = a.agency_id and p.scope_id = 'a:' || a.agency_id
    and p.employee_id = a.employee_id)
  and not exists (select from assignment p where p.agency_id = a.agency_id and p.scope_id = 'a:' || a.agency_id
    and p.employee_id = a.employee_id and not p.deleted
    and (p.valid_until is null or p.valid_until >= (${now}::timestamptz at time zone g.time_zone)::date)))`;

/** For a statement with an `account a` and its `agency g`: the roles that the holder has on the day of `now`. */
export const rolesOf = (now: Date): RawBuilder<Role[]> => sql<Role[]>`array(
  select r.role from office_role r where r.agency_id = a.agency_id and r.scope_id = 'a:' || a.agency_id
    and r.employee_id = a.employee_id and not r.deleted
    and r.valid_from <= (${now}::timestamptz at time zone g.time_zone)::date
    and (r.valid_until is null or r.valid_until >= (${now}::timestamptz at time zone g.time_zone)::date)
  order by r.role)`;
