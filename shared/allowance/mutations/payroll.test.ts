import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import { payScope, workScope } from '#shared/scopes.ts';
import type { Decision } from '#shared/sync/mutation.ts';
import { AGENCY, newWorld, outcomeOf, runCall, uuid, type World } from '#shared/testing/people-who-act.ts';
import type { Slip } from '../rules/slip.ts';
import { type PayrollAct, payrollStates } from '../rules/states.ts';
import type { Payroll } from '../tables.ts';

const MONTH = '2026-10';
const AFTER = '2026-11-02T02:00:00.000Z';
const scope = `a:${AGENCY}`;

let world: World;
beforeEach(() => {
  world = newWorld();
  for (const id of ['budi', 'ani', 'cici', 'head']) {
    world.put('employee', { id, scope, version: 1, nip: null, name: id, employment: 'PNS', grade: null });
  }
  world.put('policy', {
    ...{ id: 'p', scope, version: 1, kind: 'allowance', validFrom: '2026-01-01', at: '2025-12-01T00:00:00.000Z' },
    content: { ...DEFAULT_POLICIES.allowance, base: { 8: '2950000' }, requirement: { measure: 'days', minutes: 1 } },
    reason: null,
  });
});

const draw = (by = 'budi', at = AFTER) =>
  world.act(by, { name: 'payroll.draw', args: { month: MONTH, employeeIds: ['budi', 'cici'] } }, at);
const payroll = () => world.rows.get('payroll', scope, MONTH) as unknown as Payroll;
const slipOf = (id: string) => world.rows.get('slip', payScope(id), MONTH)?.content as Slip | undefined;
const seen = () => ({ month: MONTH, revision: payroll()?.revision ?? 1 });
const check = (by = 'ani') => world.act(by, { name: 'payroll.check', args: { ...seen(), drawnBy: 'budi' } }, AFTER);
const approve = (by = 'head', headId = 'head') =>
  world.act(by, { name: 'payroll.approve', args: { ...seen(), headId } }, AFTER);
const giveBack = (by: string) =>
  world.act(
    by,
    { name: 'payroll.return', args: { ...seen(), drawnBy: 'budi', headId: 'head', note: 'Kehadiran keliru' } },
    AFTER,
  );
const adjust = (more: { month?: string; forMonth?: string | null; amount?: string | null }, by = 'budi', n = 1) =>
  world.act(
    by,
    {
      name: 'allowance.adjust',
      args: { id: uuid(n), employeeId: 'cici', month: '2026-11', forMonth: null, amount: null, reason: 'x', ...more },
    },
    AFTER,
  );
const attend = (
  days: { date: string; arrival: string | null; departure: string | null; duty: boolean }[],
  by = 'budi',
) => world.act(by, { name: 'attendance.record', args: { employeeId: 'cici', days } }, AFTER);
const absent = { date: '2026-10-06', arrival: null, departure: null, duty: false };

it('takes a month from drawing up to approval, once', () => {
  expect(outcomeOf(draw())).toBe('applied');
  expect(slipOf('cici')).toMatchObject({ month: MONTH, workingDays: 22, amount: '1180000' });
  expect(outcomeOf(check())).toBe('applied');
  expect(outcomeOf(approve())).toBe('applied');
  expect(payroll()).toMatchObject({ state: 'approved', drawnBy: 'budi', checkedBy: 'ani', approvedBy: 'head' });
  expect(outcomeOf(draw())).toBe('wrong-state');
});

it('is drawn up by the treasurer, when the month is over', () => {
  expect(outcomeOf(draw('ani'))).toBe('not-treasurer');
  expect(outcomeOf(draw('budi', '2026-10-31T02:00:00.000Z'))).toBe('period-not-over');
});

it('is checked by the superior of who drew it up, and approved by the head, who may not be the same as who drew it', () => {
  draw();
  for (const other of ['budi', 'cici', 'head']) expect(outcomeOf(check(other))).toBe('not-supervisor');
  check();
  for (const other of ['budi', 'ani', 'cici']) expect(outcomeOf(approve(other))).toBe('not-supervisor');
  // Nobody makes a superior the head by naming them.
  expect(outcomeOf(approve('ani', 'ani'))).toBe('not-supervisor');
});

it('comes back with a note, and what was read is what is decided on', () => {
  draw();
  expect(outcomeOf(giveBack('cici'))).toBe('not-supervisor');
  expect(outcomeOf(giveBack('ani'))).toBe('applied');
  expect(payroll()).toMatchObject({ state: 'returned', note: 'Kehadiran keliru' });
  const old = seen();
  draw();
  const late = world.act('ani', { name: 'payroll.check', args: { ...old, drawnBy: 'budi' } }, AFTER);
  expect(outcomeOf(late)).toBe('changed-since');
});

const STATES = Object.keys(payrollStates) as Payroll['state'][];
const ACTS: Record<PayrollAct, () => Decision> = { draw, check, approve, return: () => giveBack('ani') };

it.each(STATES.flatMap((state) => Object.entries(ACTS).map(([act, run]) => [act, state, run] as const)))(
  '%s does in state %s what the table says',
  (act, state, run) => {
    draw();
    world.put('payroll', { ...payroll(), state });
    const next = payrollStates[state][act as PayrollAct];
    expect(outcomeOf(run())).toBe(next ? 'applied' : 'wrong-state');
    expect(payroll().state).toBe(next ?? state);
  },
);

describe('attendance', () => {
  it('that says what is recorded already changes nothing', () => {
    const changed = (days: Parameters<typeof attend>[0]) => {
      const decision = attend(days);
      return decision.result === 'applied' ? decision.changes.length : decision.result;
    };
    const other = { ...absent, date: '2026-10-07', arrival: '07:20' };
    expect(changed([absent, other])).toBe(2);
    expect(changed([absent, other])).toBe(0);
    expect(changed([absent, { ...other, departure: '16:10' }])).toBe(1);
  });

  it('is recorded by the treasurer or an administrator, of days that came, and replaced by what comes again', () => {
    expect(outcomeOf(attend([absent], 'ani'))).toBe('not-treasurer');
    expect(outcomeOf(attend([{ ...absent, date: '2026-11-03' }]))).toBe('date-in-future');
    expect(outcomeOf(attend([absent]))).toBe('applied');
    draw();
    expect(slipOf('cici')?.attendance.index).toBe('97');
    attend([{ ...absent, duty: true }], 'admin');
    draw();
    expect(slipOf('cici')?.attendance.index).toBe('100');
  });
});

describe('a correction', () => {
  const close = () => [draw(), check(), approve()];

  it('of a closed month is what is known now, less what was paid', () => {
    attend([absent]);
    close();
    attend([{ ...absent, duty: true }]);
    expect(slipOf('cici')?.attendance.index).toBe('97');
    expect(outcomeOf(adjust({ forMonth: MONTH }))).toBe('applied');
    // 2,950,000 x 40 % x 3 %
    expect(world.rows.get('adjustment', payScope('cici'), uuid(1))).toMatchObject({
      amount: '35400',
      month: '2026-11',
    });
    expect(outcomeOf(adjust({ forMonth: MONTH }, 'budi', 2))).toBe('nothing-to-correct');
  });

  it('is not made of a month that is open, nor into one that is closed, nor by others', () => {
    expect(outcomeOf(adjust({ forMonth: MONTH }))).toBe('month-open');
    close();
    expect(outcomeOf(adjust({ month: MONTH, amount: '5000' }))).toBe('month-closed');
    expect(outcomeOf(adjust({ amount: '5000' }, 'ani'))).toBe('not-treasurer');
    expect(outcomeOf(adjust({}))).toBe('nothing-to-correct');
    expect(outcomeOf(adjust({ amount: '-5000' }))).toBe('applied');
    expect(outcomeOf(adjust({ amount: '-5000' }))).toBe('already-exists');
  });
});

describe('a policy', () => {
  const adopt = (validFrom: string, reason: string | null = null, by = 'admin') =>
    world.act(by, {
      name: 'policy.adopt',
      args: { id: uuid(7), kind: 'allowance', validFrom, reason, content: DEFAULT_POLICIES.allowance },
    });

  it('of allowances begins with a month to come', () => {
    expect(outcomeOf(adopt('2026-12-01'))).toBe('applied');
    expect(outcomeOf(adopt('2026-12-01', null, 'ani'))).toBe('not-administrator');
    expect(outcomeOf(adopt('2027-01-02'))).toBe('already-exists');
    world = newWorld();
    expect(outcomeOf(adopt('2027-01-02'))).toBe('not-first-of-month');
  });

  it('reaches back only with a reason, and never into a month that is closed', () => {
    expect(outcomeOf(adopt('2026-11-01'))).toBe('date-past');
    expect(outcomeOf(adopt('2026-11-01', 'Perbup berlaku surut'))).toBe('applied');
    world = newWorld();
    world.put('payroll', { id: MONTH, scope, version: 1, month: MONTH, state: 'approved' });
    expect(outcomeOf(adopt('2026-09-01', 'Perbup berlaku surut'))).toBe('month-closed');
    expect(outcomeOf(adopt('2026-11-01', 'Perbup berlaku surut'))).toBe('applied');
  });

  it.each(['2026-10', '2024-12', '2023-12', '1999-01'])(
    'never reaches the closed month %s, however long ago',
    (month) => {
      world.put('payroll', { id: month, scope, version: 1, month, state: 'approved' });
      for (const back of [month, '1990-01']) {
        const decision = adopt(`${back}-01`, 'Perbup berlaku surut');
        expect(decision).toMatchObject({ refusal: { code: 'month-closed', month } });
      }
    },
  );

  it('is for days to come where its receipt says so, not where the clock of a device does', () => {
    const adoptLate = (reason: string | null) => {
      const args = { id: uuid(7), validFrom: '2026-10-01', reason, content: DEFAULT_POLICIES.performance };
      const call = { name: 'policy.adopt', args: { ...args, kind: 'performance' } } as const;
      const how = { person: 'admin', call, at: '2026-09-30T02:00:00.000Z', mutationId: uuid(90) };
      return runCall(world.rows, { ...how, received: '2026-11-24T02:00:00.000Z' });
    };
    expect(outcomeOf(adoptLate(null))).toBe('date-past');
    expect(outcomeOf(adoptLate('Keputusan bupati'))).toBe('applied');
    world.put('payroll', { id: MONTH, scope, version: 1, month: MONTH, state: 'approved' });
    expect(outcomeOf(adoptLate('Keputusan bupati'))).toBe('month-closed');
  });

  it.each([
    ['weights that are not 100', { productivityWeight: '70' }],
    ['a percentage above 100', { absence: '101' }],
    ['a number with an exponent', { absence: '1e1' }],
    ['a class that is none', { base: { 18: '1' } }],
  ])('with %s is malformed', (_what, wrong) => {
    const content = { ...DEFAULT_POLICIES.allowance, ...wrong } as typeof DEFAULT_POLICIES.allowance;
    const args = { id: uuid(7), kind: 'allowance' as const, validFrom: '2026-12-01', reason: null, content };
    expect(outcomeOf(world.act('admin', { name: 'policy.adopt', args }))).toBe('malformed');
  });
});

it('holidays are set for days to come, and for past ones with a reason while the month is open', () => {
  const set = (date: string, reason: string | null) =>
    world.act('admin', { name: 'holiday.set', args: { days: [{ date, kind: 'libur', name: 'Hari jadi' }], reason } });
  expect(outcomeOf(set('2027-01-01', null))).toBe('applied');
  expect(outcomeOf(set('2026-10-05', null))).toBe('date-past');
  expect(outcomeOf(set('2026-10-05', 'Keputusan bupati'))).toBe('applied');
  world.put('payroll', { id: '2026-09', scope, version: 1, month: '2026-09', state: 'approved' });
  expect(outcomeOf(set('2026-09-08', 'Keputusan bupati'))).toBe('month-closed');
});

it('a month that was closed by an earlier way of reckoning minutes offers no difference that nobody caused', () => {
  const twice = { resultId: 'r', date: '2026-10-06', state: 'approved', minutes: 600 };
  world.put('policy', {
    ...{ id: 'q', scope, version: 1, kind: 'allowance', validFrom: '2026-02-01', at: '2025-12-01T00:00:00.000Z' },
    content: { ...DEFAULT_POLICIES.allowance, base: { 8: '2950000' } },
    reason: null,
  });
  for (const id of ['a', 'b']) {
    world.put('activity', {
      ...{ id, scope: workScope('cici'), version: 1, employeeId: 'cici', title: 'Uji', description: '', ...twice },
      ...{ start: '08:00', end: '18:00', quantity: 1, unit: 'dokumen', revision: 1, note: null },
      ...{ createdAt: '2026-10-06T09:00:00.000Z', clock: 'trusted', editedAt: null, submittedAt: null },
      ...{ decidedAt: null, decidedBy: null },
    });
  }
  for (const act of [draw, check, approve]) expect(outcomeOf(act())).toBe('applied');
  const row = world.rows.get('slip', payScope('cici'), MONTH);
  const now = slipOf('cici') as Slip;
  // As the version before drew it up: 1200 minutes of 6750, where 600 count now.
  const { reckoning: _later, ...content } = { ...now, amount: String(2950000 * (0.6 * (1200 / 6750) + 0.4)) };
  const before = { ...content, amount: content.amount.split('.')[0] };
  world.put('slip', { ...row, content: before } as never);
  expect(outcomeOf(adjust({ forMonth: MONTH }))).toBe('nothing-to-correct');
  world.put('slip', { ...row, content: { ...before, reckoning: 2 } } as never);
  expect(outcomeOf(adjust({ forMonth: MONTH }))).toBe('applied');
});
