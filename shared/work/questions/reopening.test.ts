import { expect, it } from 'vitest';
import type { EmployeeId } from '#shared/people/tables.ts';
import { answerTo, stored } from '#shared/testing/rows-to-ask.ts';
import type { Activity, Reopening } from '../tables.ts';
import { reopeningOf, waitingReopenings } from './reopening.ts';

const activity = (id: string, state: Activity['state'], owner = 'budi') =>
  stored('activity', { id, scope: `w:${owner}`, date: '2026-10-20', state });
const request = (id: string, state: Reopening['state'], askedAt = '', owner = 'budi') =>
  stored('reopening', { id: `${id}.reopening`, scope: `w:${owner}`, activityId: id as never, state, askedAt });
const payroll = (month: string, state: 'approved' | 'checked') =>
  stored('payroll', { id: month, scope: 'a:dishub', month, state });

it('of an own activity: the last request, and whether its month is closed', async () => {
  const of = (...more: ReturnType<typeof stored>[]) =>
    answerTo(reopeningOf, { activityId: 'a' }, [activity('a', 'approved'), ...more]);
  expect(await of()).toEqual({ request: null, closedMonth: null });
  expect(await of(request('a', 'asked'), payroll('2026-10', 'checked'))).toMatchObject({
    request: { state: 'asked' },
    closedMonth: null,
  });
  expect(await of(payroll('2026-09', 'approved'), payroll('2026-10', 'approved'))).toMatchObject({
    closedMonth: '2026-10',
  });
  expect(await answerTo(reopeningOf, { activityId: 'b' }, [])).toBeUndefined();
});

it('before a superior: what waits of these people, the earliest first, and nothing that is open again', async () => {
  const rows = [
    ...[activity('a', 'approved'), request('a', 'asked', '2026-11-02')],
    ...[activity('b', 'approved', 'cici'), request('b', 'asked', '2026-11-01', 'cici')],
    ...[activity('c', 'approved'), request('c', 'declined')],
    ...[activity('d', 'returned'), request('d', 'asked')],
    ...[activity('e', 'approved', 'other'), request('e', 'asked', '', 'other')],
  ];
  const employeeIds = ['budi', 'cici'] as EmployeeId[];
  const waiting = await answerTo(waitingReopenings, { employeeIds }, rows);
  expect(waiting?.map((one) => [one.employeeId, one.activity.id])).toEqual([
    ['cici', 'b'],
    ['budi', 'a'],
  ]);
});
