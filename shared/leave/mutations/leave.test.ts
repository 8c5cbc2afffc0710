import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '#shared/agency/rules/policy.ts';
import type { MutationArgs } from '#shared/mutations.ts';
import type { Employment } from '#shared/people/tables.ts';
import { agencyScope, workScope } from '#shared/scopes.ts';
import { AGENCY, NOW, newWorld, outcomeOf, TODAY, uuid, type World } from '#shared/testing/people-who-act.ts';
import type { LeaveAnswer, LeaveDays, LeaveKind } from '../rules/leave.ts';
import type { LeavePolicy } from '../rules/policy.ts';
import type { Leave } from '../tables.ts';

let world: World;
beforeEach(() => {
  world = newWorld();
});

let asked = 0;
const ask = (validFrom: string, validUntil = validFrom, kind: LeaveKind = 'tahunan') => {
  asked += 1;
  const args = { id: uuid(asked), kind, validFrom, validUntil, reason: '' };
  return outcomeOf(world.act('budi', { name: 'leave.request', args }));
};

const employed = (employment: Employment) =>
  world.put('employee', {
    ...{ id: 'budi', scope: agencyScope(AGENCY), version: 1, name: 'Budi', nip: null, employment, grade: null },
  } as never);

it('nobody is away twice on one day; after a withdrawal the day is free again', () => {
  expect(ask('2026-12-01', '2026-12-03')).toBe('applied');
  const first = uuid(asked);
  expect(ask('2026-12-03', '2026-12-04')).toBe('leave-overlaps');
  expect(ask('2026-12-02', '2026-12-02', 'sakit')).toBe('leave-overlaps');
  expect(ask('2026-12-04')).toBe('applied');
  expect(outcomeOf(world.act('budi', { name: 'leave.withdraw', args: { id: first } }))).toBe('applied');
  expect(ask('2026-12-02')).toBe('applied');
});

it('leave that was withdrawn lends its id to no other: an approval names what was read by it alone', () => {
  ask('2026-12-01');
  const withdrawn = uuid(asked);
  expect(outcomeOf(world.act('budi', { name: 'leave.withdraw', args: { id: withdrawn } }))).toBe('applied');
  asked -= 1;
  expect(ask('2026-12-01', '2026-12-31')).toBe('already-exists');
});

it('a PPPK has fewer kinds than a PNS', () => {
  employed('PPPK');
  expect(ask('2026-12-01', '2026-12-01', 'besar')).toBe('leave-not-for');
  expect(ask('2026-12-01', '2026-12-01', 'sakit')).toBe('applied');
  world = newWorld();
  employed('PNS');
  expect(ask('2026-12-01', '2026-12-01', 'besar')).toBe('applied');
});

describe('leave that is longer than its kind may be', () => {
  const besar = (validFrom: string, validUntil: string) => ask(validFrom, validUntil, 'besar');
  const policy = (longestMonths: Partial<LeavePolicy['longestMonths']>) =>
    adopt({ longestMonths: { ...DEFAULT_POLICIES.leave.longestMonths, ...longestMonths } });

  it('is refused where it is asked for, in one part or in two', () => {
    expect(besar('2026-12-01', '2027-03-01')).toBe('leave-too-long');
    expect(besar('2026-12-01', '2027-02-28')).toBe('applied');
    expect(besar('2027-03-01', '2027-03-05')).toBe('leave-too-long');
    expect(ask('2027-03-01', '2027-03-05')).toBe('applied');
  });

  it('is as long as the agency says', () => {
    policy({ besar: 1, tahunan: 2 });
    expect(besar('2026-12-01', '2027-01-01')).toBe('leave-too-long');
    expect(ask('2027-06-01', '2027-08-01')).toBe('leave-too-long');
    policy({ besar: 0 });
    expect(besar('2026-12-01', '2027-12-31')).toBe('applied');
  });

  it('is neither suggested by a superior nor granted by an official', () => {
    expect(besar('2026-12-01', '2027-02-28')).toBe('applied');
    const longer = { validFrom: '2026-12-01', validUntil: '2027-03-01' };
    expect(consider('ani', 'change', { days: longer })).toBe('leave-too-long');
    expect(consider('ani', 'agree')).toBe('applied');
    policy({ besar: 2 });
    expect(decide('head', 'agree')).toBe('leave-too-long');
    expect(decide('head', 'change', { days: { validFrom: '2026-12-01', validUntil: '2027-01-31' } })).toBe('applied');
  });
});

const DAYS = { validFrom: '2026-12-01', validUntil: '2026-12-04' };
const OTHER_DAYS = { validFrom: '2026-12-08', validUntil: '2026-12-09' };
const stored = (id = uuid(asked), person = 'budi') =>
  world.rows.get('leave', workScope(person), id) as Leave | undefined;
const askFor = (person = 'budi', days: LeaveDays = DAYS) => {
  asked += 1;
  const args = { id: uuid(asked), kind: 'tahunan' as const, ...days, reason: '' };
  return outcomeOf(world.act(person, { name: 'leave.request', args }));
};
const ANSWERS: Record<LeaveAnswer, { answer: LeaveAnswer; note: string | null; days: LeaveDays | null }> = {
  agree: { answer: 'agree', note: null, days: null },
  change: { answer: 'change', note: 'Ada audit', days: OTHER_DAYS },
  postpone: { answer: 'postpone', note: 'Arus mudik', days: null },
  refuse: { answer: 'refuse', note: 'Tidak memenuhi syarat', days: null },
};
const seen = (employeeId = 'budi') => ({
  ...{ employeeId, id: uuid(asked), revision: stored(uuid(asked), employeeId)?.revision ?? 1 },
});
const consider = (person: string, answer: LeaveAnswer, of: Partial<MutationArgs<'leave.consider'>> = {}) => {
  const args = { ...seen(of.employeeId), ...ANSWERS[answer], superiors: ['ani', 'head'], ...of };
  return outcomeOf(world.act(person, { name: 'leave.consider', args }));
};
const decide = (person: string, answer: LeaveAnswer, of: Partial<MutationArgs<'leave.decide'>> = {}) => {
  const args = { ...seen(of.employeeId), ...ANSWERS[answer], ...of };
  return outcomeOf(world.act(person, { name: 'leave.decide', args }));
};
const adopt = (rules: Partial<LeavePolicy>) =>
  world.put('policy', {
    ...{ id: uuid(900), scope: agencyScope(AGENCY), version: 1, kind: 'leave', validFrom: '2026-01-01' },
    ...{ content: { ...DEFAULT_POLICIES.leave, ...rules }, reason: null, at: NOW },
  });
const actingFor = (fromId: string, toId: string) =>
  world.put('delegation', {
    ...{ id: uuid(901), scope: agencyScope(AGENCY), version: 1, fromId, toId, kind: 'plh' },
    ...{ validFrom: TODAY, validUntil: TODAY },
  });

describe('the superior', () => {
  it.each(Object.keys(ANSWERS) as LeaveAnswer[])('says %s, and it goes to the official', (answer) => {
    expect(askFor()).toBe('applied');
    expect(consider('ani', answer)).toBe('applied');
    const { days, note } = ANSWERS[answer];
    expect(stored()).toMatchObject({
      ...{ state: 'considered', officialId: 'head', ...DAYS, revision: 2 },
      consideration: { answer, note, days, by: 'ani', at: NOW },
    });
  });

  it.each<[string, LeaveAnswer, Partial<MutationArgs<'leave.consider'>>]>([
    ['a change without other days', 'change', { days: null }],
    ['other days with an agreement', 'agree', { days: OTHER_DAYS }],
    ['a postponement without a reason', 'postpone', { note: null }],
    ['a refusal without a reason', 'refuse', { note: null }],
    [
      'other days that end before they start',
      'change',
      { days: { validFrom: '2026-12-09', validUntil: '2026-12-08' } },
    ],
  ])('does not send %s', (_what, answer, wrong) => {
    askFor();
    expect(consider('ani', answer, wrong)).toBe('malformed');
  });

  it('may say something else until it is decided; the official decides on what was last said', () => {
    askFor();
    consider('ani', 'agree');
    expect(decide('head', 'agree', { revision: 1 })).toBe('changed-since');
    expect(consider('ani', 'refuse')).toBe('applied');
    expect(decide('head', 'agree', { revision: 2 })).toBe('changed-since');
    expect(decide('head', 'agree')).toBe('applied');
    expect(consider('ani', 'refuse')).toBe('wrong-state');
  });

  it('is nobody else: not a colleague, not the head, not the employee, also not in the place of the superior', () => {
    askFor();
    expect(consider('cici', 'agree')).toBe('not-supervisor');
    expect(consider('head', 'agree')).toBe('not-supervisor');
    actingFor('ani', 'budi');
    expect(consider('budi', 'agree')).toBe('own-leave');
    actingFor('ani', 'cici');
    expect(consider('cici', 'agree')).toBe('applied');
  });

  it('whose device does not know who is above now is told so', () => {
    askFor();
    expect(consider('ani', 'agree', { superiors: [] })).toBe('supervisor-changed');
    adopt({ official: 'head' });
    expect(consider('ani', 'agree', { superiors: ['ani'] })).toBe('supervisor-changed');
  });
});

describe('the official', () => {
  const considered = () => {
    askFor();
    consider('ani', 'agree');
  };

  it.each([
    ['agree', 'approved'],
    ['change', 'approved'],
    ['postpone', 'postponed'],
    ['refuse', 'refused'],
  ] as const)('says %s: it is %s', (answer, state) => {
    considered();
    expect(decide('head', answer)).toBe('applied');
    const changed = answer === 'change';
    expect(stored()).toMatchObject({
      ...{ state, note: ANSWERS[answer].note, decidedBy: 'head', decidedAt: NOW, ...(changed ? OTHER_DAYS : DAYS) },
      ...{ askedFrom: changed ? DAYS.validFrom : null, askedUntil: changed ? DAYS.validUntil : null },
    });
  });

  it('decides only what was considered, and once', () => {
    askFor();
    expect(decide('head', 'agree')).toBe('wrong-state');
    consider('ani', 'agree');
    expect(decide('head', 'agree')).toBe('applied');
    expect(decide('head', 'refuse')).toBe('wrong-state');
  });

  it('is nobody else: not the superior, not the employee, not one who is no official', () => {
    considered();
    expect(decide('ani', 'agree')).toBe('not-official');
    expect(decide('cici', 'agree')).toBe('not-official');
    actingFor('head', 'budi');
    expect(decide('budi', 'agree')).toBe('own-leave');
    actingFor('head', 'cici');
    expect(decide('cici', 'agree')).toBe('applied');
  });

  it('is by the policy a person by name', () => {
    adopt({ official: 'named', namedId: 'cici' });
    considered();
    expect(decide('head', 'agree')).toBe('not-official');
    expect(decide('cici', 'agree')).toBe('applied');
  });

  it('grants no days on which the employee is away already', () => {
    askFor('budi', OTHER_DAYS);
    considered();
    expect(decide('head', 'change')).toBe('leave-overlaps');
    // Those that were asked for are in nobody's way.
    expect(decide('head', 'change', { days: { ...DAYS, validFrom: '2026-12-02' } })).toBe('applied');
  });

  it('may be the superior, where nobody is above: both are said', () => {
    askFor('cici');
    expect(consider('head', 'agree', { employeeId: 'cici', superiors: ['head'] })).toBe('applied');
    expect(decide('head', 'agree', { employeeId: 'cici' })).toBe('applied');
  });
});

describe("the head's leave", () => {
  const record = (person: string, of: { employeeId?: string } = {}) =>
    outcomeOf(
      world.act(person, {
        name: 'leave.record',
        args: { ...seen('head'), ...ANSWERS.agree, paper: 'Keputusan Bupati 850/77', ...of },
      }),
    );

  it('waits for the office, which records what was decided above from its paper', () => {
    expect(askFor('head')).toBe('applied');
    expect(stored(uuid(asked), 'head')).toMatchObject({ state: 'considered', officialId: null, consideration: null });
    expect(decide('head', 'agree', { employeeId: 'head' })).toBe('own-leave');
    expect(decide('cici', 'agree', { employeeId: 'head' })).toBe('not-official');
    expect(record('budi')).toBe('not-administrator');
    expect(record('admin')).toBe('applied');
    expect(stored(uuid(asked), 'head')).toMatchObject({
      ...{ state: 'approved', paper: 'Keputusan Bupati 850/77', decidedBy: 'admin' },
    });
  });

  it('is decided by who is named for it', () => {
    adopt({ headNamedId: 'cici' });
    askFor('head');
    expect(record('admin')).toBe('not-official');
    expect(decide('cici', 'agree', { employeeId: 'head' })).toBe('applied');
  });

  it('is not what the office records of anybody else', () => {
    askFor();
    consider('ani', 'agree');
    const args = { ...seen(), ...ANSWERS.agree, paper: 'Surat' };
    expect(outcomeOf(world.act('admin', { name: 'leave.record', args }))).toBe('not-official');
  });
});

describe('days that are given back', () => {
  const back = (person: string, validFrom: string, validUntil = validFrom, at = NOW) => {
    const args = { employeeId: 'budi', id: uuid(asked), days: { validFrom, validUntil }, reason: 'Arus mudik' };
    return outcomeOf(world.act(person, { name: 'leave.give-back', args }, at));
  };
  const approved = () => {
    askFor();
    consider('ani', 'agree');
    decide('head', 'agree');
  };

  it('by a call back to work are free again, also for another leave', () => {
    approved();
    expect(back('ani', '2026-12-02', '2026-12-03')).toBe('applied');
    expect(stored()).toMatchObject({
      state: 'approved',
      givenBack: [{ validFrom: '2026-12-02', validUntil: '2026-12-03', reason: 'Arus mudik', by: 'ani', at: NOW }],
    });
    const before = uuid(asked);
    expect(ask('2026-12-03', '2026-12-04')).toBe('leave-overlaps');
    expect(ask('2026-12-02', '2026-12-03')).toBe('applied');
    expect(stored(before)?.state).toBe('approved');
  });

  it('of all of it cancel it', () => {
    approved();
    expect(back('budi', '2026-12-03', '2026-12-04')).toBe('applied');
    expect(back('head', '2026-12-01', '2026-12-02')).toBe('applied');
    expect(stored()?.state).toBe('cancelled');
    expect(back('ani', '2026-12-01')).toBe('wrong-state');
  });

  it('lie within what is left of it', () => {
    approved();
    expect(back('ani', '2026-11-30', '2026-12-01')).toBe('not-on-leave');
    expect(back('ani', '2026-12-02')).toBe('applied');
    expect(back('ani', '2026-12-02')).toBe('not-on-leave');
    expect(back('ani', '2026-12-01', '2026-12-03')).toBe('not-on-leave');
  });

  it('by the employee are days to come; the superior may say later what was', () => {
    approved();
    const then = '2026-12-03T02:00:00.000Z';
    expect(back('budi', '2026-12-02', '2026-12-04', then)).toBe('date-past');
    expect(back('ani', '2026-12-02', '2026-12-02', then)).toBe('applied');
    expect(back('budi', '2026-12-03', '2026-12-04', then)).toBe('applied');
  });

  it('are nobody else’s to give back, and not before the approval', () => {
    askFor();
    expect(back('ani', '2026-12-02')).toBe('wrong-state');
    consider('ani', 'agree');
    decide('head', 'agree');
    expect(back('cici', '2026-12-02')).toBe('not-supervisor');
  });
});

describe('what released versions queued', () => {
  const target = () => ({ employeeId: 'budi', id: uuid(asked) });
  const approve = (person = 'ani') => outcomeOf(world.act(person, { name: 'leave.approve', args: target() }));

  it("a superior's yes is a consideration, and the official decides", () => {
    askFor();
    expect(approve()).toBe('applied');
    expect(stored()).toMatchObject({ state: 'considered', officialId: 'head', consideration: { answer: 'agree' } });
    expect(approve()).toBe('wrong-state');
    expect(decide('head', 'agree')).toBe('applied');
  });

  it('whose own post does not tell who decides, it is noted and waits', () => {
    adopt({ official: 'head' });
    world.put('assignment', {
      ...world.rows.get('assignment', agencyScope(AGENCY), 'post-ani'),
      supervisorId: 'cici',
    } as never);
    askFor();
    expect(approve()).toBe('applied');
    expect(stored()).toMatchObject({ state: 'submitted', officialId: null, consideration: { answer: 'agree' } });
    expect(consider('ani', 'agree', { superiors: ['ani', 'cici', 'head'] })).toBe('applied');
    expect(stored()).toMatchObject({ state: 'considered', officialId: 'head' });
  });

  it('is nobody’s yes to the own leave', () => {
    askFor('head');
    const args = { employeeId: 'head', id: uuid(asked) };
    expect(outcomeOf(world.act('head', { name: 'leave.approve', args }))).toBe('own-leave');
  });

  it("a superior's no gives it back, and does not stand in the way", () => {
    askFor();
    const args = { ...target(), note: 'Pekan depan' };
    expect(outcomeOf(world.act('ani', { name: 'leave.return', args }))).toBe('applied');
    expect(stored()).toMatchObject({ state: 'returned', note: 'Pekan depan' });
    expect(askFor()).toBe('applied');
  });
});

describe('what the office states of annual leave', () => {
  const statement = { employeeId: 'cici', days: 8, carried: 3, asOf: '2026-11-01', source: 'Kartu cuti' };
  const add = (person: string, of: Partial<MutationArgs<'leave-entry.add'>> = {}) => {
    asked += 1;
    const args = { id: uuid(asked), kind: 'left' as const, ...statement, ...of };
    return outcomeOf(world.act(person, { name: 'leave-entry.add', args }));
  };
  beforeEach(() => {
    for (const id of ['cici', 'admin']) {
      const scope = agencyScope(AGENCY);
      world.put('employee', { id, scope, version: 1, nip: null, name: id, employment: 'PNS', grade: null });
    }
  });

  it('is dated and signed, and withdrawn with a reason, once', () => {
    expect(add('admin')).toBe('applied');
    const args = { id: uuid(asked), employeeId: 'cici', reason: 'Salah orang' };
    const entry = () => world.rows.get('leaveEntry', workScope('cici'), uuid(asked));
    expect(entry()).toMatchObject({ year: '2026', days: 8, carried: 3, by: 'admin', at: NOW, withdrawn: false });
    const withdraw = () => outcomeOf(world.act('admin', { name: 'leave-entry.withdraw', args }));
    expect(withdraw()).toBe('applied');
    expect(entry()).toMatchObject({ days: 8, withdrawn: true, withdrawnBy: 'admin', withdrawReason: 'Salah orang' });
    expect(withdraw()).toBe('wrong-state');
  });

  it.each<[string, string, Partial<MutationArgs<'leave-entry.add'>>, string]>([
    ['of the treasurer', 'budi', {}, 'not-administrator'],
    ['of the own leave', 'admin', { employeeId: 'admin' }, 'own-leave'],
    ['of somebody unknown', 'admin', { employeeId: 'nobody' }, 'not-found'],
    ['of more days than anybody has', 'admin', { days: 61 }, 'malformed'],
    ['of years before with days for joint leave', 'admin', { kind: 'joint-leave' }, 'malformed'],
    ['of no day for joint leave', 'admin', { kind: 'joint-leave', carried: 0, days: 0 }, 'malformed'],
  ])('%s is refused', (_what, person, of, code) => {
    expect(add(person, of)).toBe(code);
  });
});
