// The payroll of a month for those who draw it up, check and approve it, and what a policy would change. Their acts go
// through POST /api/office, but drawing up: whom a month has to pay is for the server to say.

import * as v from 'valibot';
import { actorOf, refuseDuringMaintenance } from '#server/auth/actor.ts';
import { sessionOf } from '#server/auth/routes.ts';
import { isAdmin } from '#server/auth/sessions.ts';
import { loadRows } from '#server/db/rows.ts';
import { fault } from '#server/http/problem.ts';
import { schema, shownOnly } from '#server/http/schema.ts';
import type { App, Services } from '#server/services.ts';
import { actInOffice, outcomeOf } from '#server/subjects/sync/office.ts';
import { OfficeResponse } from '#shared/acts/api.ts';
import { employeeId } from '#shared/acts/fields.ts';
import { PayrollMonth, PayrollSheet, PayrollSlip, PolicyPreview } from '#shared/allowance/api.ts';
import type { Slip } from '#shared/allowance/rules/slip.ts';
import type { Payroll } from '#shared/allowance/tables.ts';
import { exact, shown, sum } from '#shared/decimal.ts';
import { domain } from '#shared/domain.ts';
import { groupBy } from '#shared/group-by.ts';
import { agencyScope } from '#shared/scopes.ts';
import * as value from '#shared/sync/values.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { planRemarks } from '#shared/time-rules/rules/shifts.ts';
import { chainOf } from './chain.ts';
import { type Earning, earningsOf, inService } from './earnings.ts';
import { PreviewRequest, previewOf } from './preview.ts';

const SlipParams = v.object({ month: PayrollMonth.entries.month, employeeId });
const DrawRequest = v.strictObject({ id: value.uuid });

export function payrollRoutes(app: App, services: Services): void {
  const { db, clock } = services;

  /** The session of somebody who has to do with the payroll of a month, and how far it is. */
  async function enter(request: Parameters<typeof sessionOf>[0], month: string) {
    // The schema of the route tells its form alone.
    if (!v.is(value.month, month)) throw fault('malformed', { detail: 'a year that nobody means' });
    const session = await sessionOf(request, services);
    refuseDuringMaintenance(session);
    const actor = actorOf(session);
    const { tenant, timeZone } = actor;
    const today = plainDate(clock().toISOString(), timeZone);
    const agency = { tenant, timeZone, today, now: clock() };
    const read = { table: 'payroll', scope: agencyScope(tenant), id: month };
    const [found] = await loadRows(db, domain.tables, tenant, [read]);
    const payroll = found?.row as Payroll | undefined;
    const chain = await chainOf(db, actor, { payroll, month, today });
    if (!chain.concerned) throw fault('forbidden');
    return { session, agency, payroll, chain };
  }

  app.get<{ Params: v.InferOutput<typeof PayrollMonth> }>(
    '/api/payroll/:month',
    { schema: schema('The allowances of a month, line by line', { params: PayrollMonth, answer: PayrollSheet }) },
    async (request): Promise<PayrollSheet> => {
      const { month } = request.params;
      const { agency, payroll, chain } = await enter(request, month);
      const { earnings } = await earningsOf(db, agency, month);
      const lines = earnings.map((earning) => lineOf(earning, payroll));
      const names = new Map(earnings.map(({ person }) => [person.id, person.name]));
      const step = (act: 'drawn' | 'checked' | 'approved', by: string | null, at: string | null) =>
        by && at ? [{ act, name: names.get(by) ?? by, at }] : [];
      return {
        ...{ month, state: payroll?.state ?? 'open', revision: payroll?.revision ?? 0, note: payroll?.note ?? null },
        steps: payroll
          ? [
              ...step('drawn', payroll.drawnBy, payroll.drawnAt),
              ...step('checked', payroll.checkedBy, payroll.checkedAt),
              ...step('approved', payroll.approvedBy, payroll.approvedAt),
            ]
          : [],
        plan: earnings.flatMap(({ person: { id: employeeId, name }, earned, now }) =>
          planRemarks(month, earned.shifts, now.attendance.unplanned ?? []).map((remark) => ({
            employeeId,
            name,
            ...remark,
          })),
        ),
        ...{ lines, total: shown(sum(lines.map(({ total }) => total))), may: chain.may },
        ...{ drawnBy: payroll?.drawnBy ?? null, headId: chain.headId },
      };
    },
  );

  app.get<{ Params: v.InferOutput<typeof SlipParams> }>(
    '/api/payroll/:month/:employeeId',
    {
      schema: schema('The slip of an employee, as drawn up and as known now', {
        params: SlipParams,
        answer: PayrollSlip,
      }),
    },
    async (request): Promise<PayrollSlip> => {
      const { month, employeeId: person } = request.params;
      const { agency } = await enter(request, month);
      const { earnings } = await earningsOf(db, agency, month, person);
      const [earning] = earnings;
      if (!earning) throw fault('not-found');
      const { person: who, post, drawn, now, correction } = earning;
      return { name: who.name, position: post?.position ?? '', drawn, now, correction };
    },
  );

  app.post<{ Params: v.InferOutput<typeof PayrollMonth>; Body: v.InferOutput<typeof DrawRequest> }>(
    '/api/payroll/:month/draw',
    {
      schema: schema('Draw up the slips of everybody for a month that is over', {
        ...{ params: PayrollMonth, body: DrawRequest, answer: OfficeResponse },
      }),
    },
    async (request): Promise<OfficeResponse> => {
      const { month } = request.params;
      const { session, agency } = await enter(request, month);
      // Drawn up already, though the answer was lost: whom it was for is not gathered anew.
      const before = await outcomeOf(db, actorOf(session), { id: request.body.id, name: 'payroll.draw' });
      if (before) return { outcomes: [before] };
      const employeeIds = (await inService(db, agency.tenant, month)).map(({ id }) => id);
      const args = { month, employeeIds };
      const draw = { id: request.body.id, name: 'payroll.draw', v: 1, args, at: agency.now.toISOString() };
      return actInOffice(services, session, [draw], (error) => request.log.error(error));
    },
  );

  app.post(
    '/api/payroll/preview',
    {
      // Checked here: JSON Schema tells the kinds of policies apart worse than valibot does.
      schema: schema('Whose allowance a policy or a holiday would change', {}),
      config: {
        rateLimit: { max: 60, timeWindow: '1 minute' },
        ...shownOnly({ body: PreviewRequest, answer: PolicyPreview }),
      },
    },
    async (request): Promise<PolicyPreview> => {
      const session = await sessionOf(request, services);
      refuseDuringMaintenance(session);
      if (!isAdmin(session)) throw fault('forbidden');
      const parsed = v.safeParse(PreviewRequest, request.body);
      if (!parsed.success) throw fault('malformed', { detail: v.summarize(parsed.issues).slice(0, 500) });
      const { agencyId: tenant, timeZone } = session;
      const now = clock();
      const today = plainDate(now.toISOString(), timeZone);
      return previewOf(db, { tenant, timeZone, today, now }, parsed.output);
    },
  );
}

/** From the slip as drawn up, where there is one; what would pay is always told by what is known now. */
function lineOf(
  { person, post, earned, drawn, now, correction }: Earning,
  payroll: Payroll | undefined,
): PayrollSheet['lines'][number] {
  const slip = payroll && payroll.state !== 'returned' && drawn ? drawn : now;
  const { id, name, nip, grade } = person;
  const notCounted = (why: string) => slip.activities.leftOut.filter((entry) => entry.why === why).length;
  return {
    ...{ employeeId: id, name, nip, grade, position: post?.position ?? '', postClass: post?.postClass ?? null },
    ...{ base: slip.base, productivity: slip.productivity.index, discipline: slip.attendance.index },
    ...{ assemblies: shown(sum((slip.attendance.assemblies ?? []).map(({ deduction }) => deduction))) },
    ...{ byKind: byKindOf(slip), amount: slip.amount, total: slip.total },
    adjustments: shown(exact(slip.total).sub(slip.amount)),
    ...{ waiting: notCounted('submitted'), late: notCounted('late'), unknownDays: slip.attendance.unknown.length },
    explanations: earned.explanations.filter(({ state }) => state === 'submitted' || state === 'agreed').length,
    correction: payroll?.state === 'approved' ? correction : null,
  };
}

/** The lines on the base and on the whole, summed by kind; a kind without any is not named. */
function byKindOf({ baseLines = [], wholeLines = [] }: Slip): PayrollSheet['lines'][number]['byKind'] {
  const lines = groupBy([...baseLines, ...wholeLines], ({ kind }) => kind);
  return Object.fromEntries([...lines].map(([kind, own]) => [kind, shown(sum(own.map(({ amount }) => amount)))]));
}
