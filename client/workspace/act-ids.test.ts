import { expect, it } from 'vitest';
import { ActIds } from './act-ids.ts';

const ids = (kept?: Record<string, string>) => {
  let made = 0;
  return new ActIds(() => `id-${++made}`, kept);
};
const withdraw = (id: string) => ({ name: 'leave.withdraw' as const, args: { id } });

it('an act has the same ids however often it is sent, also after the app was closed in between', async () => {
  const act = ids();
  const first = await act.callsOf((id) => withdraw(id('leave')));
  expect(await act.callsOf((id) => withdraw(id('leave')))).toEqual(first);
  expect(await ids(act.kept()).callsOf((id) => withdraw(id('leave')))).toEqual(first);
});

it('the same call twice in one act is two calls, and another content is another call', async () => {
  const act = ids();
  const [one, two] = await act.callsOf([withdraw('a'), withdraw('a')]);
  const [other] = await act.callsOf(withdraw('b'));
  expect(new Set([one?.id, two?.id, other?.id]).size).toBe(3);
});

it('the act after it has ids of its own', async () => {
  const act = ids();
  const [first] = await act.callsOf((id) => withdraw(id('leave')));
  act.renew();
  const [second] = await act.callsOf((id) => withdraw(id('leave')));
  expect(second?.id).not.toBe(first?.id);
  expect(second?.args).not.toEqual(first?.args);
});
