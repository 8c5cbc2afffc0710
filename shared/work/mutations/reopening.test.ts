import { beforeEach, describe, expect, it } from 'vitest';
import { agencyScope } from '#shared/scopes.ts';
import { AGENCY, newWorld, outcomeOf, uuid, type World } from '#shared/testing/people-who-act.ts';
import { type Activity, type Reopening, reopeningId } from '../tables.ts';

const SKP = uuid(1);
const RESULT = uuid(2);
const ID = uuid(3);
let world: World;

beforeEach(() => {
  world = newWorld();
  const period = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
  world.act('budi', { name: 'skp.create', args: { id: SKP, approach: 'quantitative', ...period } });
  const result = {
    kind: 'utama',
    text: 'Terujinya kendaraan',
    parent: null,
    expectation: '',
    perspective: null,
  } as const;
  world.act('budi', { name: 'result.add', args: { id: RESULT, skpId: SKP, ...result } });
  const fields = {
    ...{ resultId: RESULT, date: '2026-11-24', title: 'Uji rem', description: '' },
    ...{ time: { start: null, end: null, minutes: 60 }, output: { quantity: 3, unit: 'kendaraan' } },
  };
  world.act('budi', { name: 'activity.log', args: { id: ID, ...fields } });
  world.act('budi', { name: 'activity.submit', args: { id: ID } });
});

const approve = () =>
  outcomeOf(world.act('ani', { name: 'activity.approve', args: { employeeId: 'budi', id: ID, revision: 1 } }));
const ask = (reason = 'Jumlahnya keliru', { person = 'budi', revision = 1 } = {}) =>
  outcomeOf(world.act(person, { name: 'reopening.ask', args: { activityId: ID, revision, reason } }));
const withdraw = () => outcomeOf(world.act('budi', { name: 'reopening.withdraw', args: { activityId: ID } }));
const decline = (revision: number, person = 'ani') =>
  outcomeOf(
    world.act(person, {
      name: 'reopening.decline',
      args: { employeeId: 'budi', activityId: ID, revision, note: 'Sudah sesuai bukti' },
    }),
  );
const reopen = () =>
  outcomeOf(
    world.act('ani', { name: 'activity.reopen', args: { employeeId: 'budi', id: ID, revision: 1, note: 'Silakan' } }),
  );
const asked = () => world.rows.get('reopening', 'w:budi', reopeningId(ID)) as Reopening | undefined;
const entry = () => world.rows.get('activity', 'w:budi', ID) as Activity | undefined;

describe('to ask that an approved entry be reopened', () => {
  it('leaves the entry as it was approved, and waits', () => {
    approve();
    const before = entry();
    expect(ask()).toBe('applied');
    expect(entry()).toEqual(before);
    expect(asked()).toMatchObject({ state: 'asked', reason: 'Jumlahnya keliru', revision: 1, activityId: ID });
  });

  it('is refused of an entry that is not approved, is another by now, is gone, or without a reason', () => {
    expect(ask()).toBe('wrong-state');
    approve();
    expect(ask('x', { revision: 2 })).toBe('changed-since');
    expect(ask('x', { person: 'cici' })).toBe('not-found');
    expect(ask('  ')).toBe('malformed');
    expect(asked()).toBeUndefined();
  });

  it('is refused of a month whose allowance is approved, and of no other', () => {
    approve();
    const scope = agencyScope(AGENCY);
    const payroll = (month: string, state: string) =>
      world.put('payroll', { id: month, scope, version: 1, month, state });
    payroll('2026-10', 'approved');
    payroll('2026-11', 'checked');
    expect(ask()).toBe('applied');
    payroll('2026-11', 'approved');
    expect(ask('Jamnya juga')).toBe('month-closed');
  });

  it('with the same words twice is one request, with others a newer one', () => {
    approve();
    ask();
    expect(ask()).toBe('applied');
    expect(asked()?.revision).toBe(1);
    ask('Jamnya juga');
    expect(asked()).toMatchObject({ revision: 2, reason: 'Jamnya juga' });
  });
});

describe('the answer', () => {
  beforeEach(() => {
    approve();
    ask();
  });

  it('of a superior who reopens it closes the request with it', () => {
    expect(reopen()).toBe('applied');
    expect(entry()).toMatchObject({ state: 'returned', note: 'Silakan' });
    expect(asked()).toMatchObject({ state: 'reopened', decidedBy: 'ani' });
  });

  it('that declines says why, leaves the entry, and lets it be asked for again', () => {
    expect(decline(1)).toBe('applied');
    expect(entry()?.state).toBe('approved');
    expect(asked()).toMatchObject({ state: 'declined', note: 'Sudah sesuai bukti', decidedBy: 'ani' });
    expect(decline(1)).toBe('wrong-state');
    ask('Lihat buktinya');
    expect(asked()).toMatchObject({ state: 'asked', note: null, decidedBy: null, revision: 2 });
  });

  it('is the superior’s alone, and to what was read', () => {
    expect(decline(1, 'cici')).toBe('not-supervisor');
    expect(decline(1, 'budi')).toBe('not-supervisor');
    ask('Lihat buktinya');
    expect(decline(1)).toBe('changed-since');
  });

  it('is not needed for what was taken back', () => {
    expect(withdraw()).toBe('applied');
    expect(asked()?.state).toBe('withdrawn');
    expect(decline(1)).toBe('wrong-state');
    expect(withdraw()).toBe('wrong-state');
    // The superior may reopen it all the same; what was taken back stays so.
    expect(reopen()).toBe('applied');
    expect(asked()?.state).toBe('withdrawn');
  });
});

it('there is nothing to answer or to take back where nobody asked', () => {
  approve();
  expect(decline(1)).toBe('not-found');
  expect(withdraw()).toBe('not-found');
});
