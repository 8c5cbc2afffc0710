// GET /api/status: whether the service is there, and when it was not. Open to everybody.

import { sql } from 'kysely';
import { isoInstant } from '#server/db/rows.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { DEMO_AGENCY_ID } from '#shared/agency/set-up.ts';
import { ServiceStatus } from '#shared/time-rules/api.ts';

const SHOWN_DAYS = 90;

export function statusRoutes(app: App, { db, clock }: Services): void {
  app.get(
    '/api/status',
    {
      schema: schema('Whether the service is there, and when it was not', { answer: ServiceStatus }),
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (): Promise<ServiceStatus> => {
      const now = clock();
      const { rows } = await sql<ServiceStatus['outages'][number]>`
        select g.name as agency, o.kind, o.reason, ${isoInstant(sql.ref('o.starts_at'))} as starts_at,
          ${isoInstant(sql.ref('o.ends_at'))} as ends_at
        from outage o join agency g on g.id = o.agency_id
        where not o.deleted and o.starts_at > ${now}::timestamptz - make_interval(days => ${SHOWN_DAYS})
        order by o.starts_at desc limit 200`.execute(db);
      const demo = await db.selectFrom('agency').select('id').where('id', '=', DEMO_AGENCY_ID).executeTakeFirst();
      return { now: now.toISOString(), demo: demo !== undefined, outages: rows };
    },
  );
}
