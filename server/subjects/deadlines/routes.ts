// Monitoring Pengisian for administrators: everybody in service, by the question that a superior's device asks of its own
// rows. It is asked in windows, so that however many people an agency has, little of their work is in memory at once, and
// what waits meanwhile goes on; of each row only what the question looks at is loaded.

import * as v from 'valibot';
import { actorOf, refuseDuringMaintenance } from '#server/auth/actor.ts';
import { sessionOf } from '#server/auth/routes.ts';
import { isAdmin } from '#server/auth/sessions.ts';
import { type DbOrTransaction, loadRows } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import { schema } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { inService } from '#server/subjects/allowance/earnings.ts';
import { AgencyWatch, WatchMonth } from '#shared/deadlines/api.ts';
import { WATCHED_COLUMNS, type Watched, watched } from '#shared/deadlines/questions/watch.ts';
import { domain } from '#shared/domain.ts';
import { type Asking, ask } from '#shared/sync/question.ts';
import * as value from '#shared/sync/values.ts';
import { plainDate } from '#shared/time/plain-date.ts';

/** People whose work is looked at with one statement. */
const WINDOW = 500;

export function watchRoutes(app: App, services: Services): void {
  app.get<{ Params: v.InferOutput<typeof WatchMonth> }>(
    '/api/watch/:month',
    {
      schema: schema('How everybody has filled in a month', { params: WatchMonth, answer: AgencyWatch }),
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request): Promise<AgencyWatch> => {
      const { month } = request.params;
      if (!v.is(value.month, month)) throw fault('malformed', { detail: 'a year that nobody means' });
      const session = await sessionOf(request, services);
      refuseDuringMaintenance(session);
      if (!isAdmin(session)) throw fault('forbidden');
      const actor = actorOf(session);
      const now = services.clock().toISOString();
      const asking = { actor, today: plainDate(now, actor.timeZone), now };
      return { month, people: await watchedOf(services.db, month, asking) };
    },
  );
}

async function watchedOf(db: DbOrTransaction, month: string, asking: Asking): Promise<Watched[]> {
  const { tenant } = asking.actor;
  const people = (await inService(db, tenant, month)).map(({ id }) => id);
  const found: Watched[] = [];
  for (let from = 0; from < people.length; from += WINDOW) {
    const args = { month, employeeIds: people.slice(from, from + WINDOW) };
    const load = (reads: Parameters<typeof loadRows>[3]) => loadRows(db, domain.tables, tenant, reads, WATCHED_COLUMNS);
    found.push(...((await ask(watched, { args, asking, load })) ?? []));
  }
  return found;
}
