import { expect, it } from 'vitest';
import { Admission } from './admission.ts';

/** Work that ends when it is told to. */
function held() {
  let end = () => {};
  const ended = new Promise<void>((done) => {
    end = done;
  });
  return { work: () => ended, end };
}

it('serves some at a time, keeps some waiting in their order, and sends the rest away with a time to come back', async () => {
  const admission = new Admission();
  const serving = Array.from({ length: 12 }, held);
  const all: Promise<unknown>[] = serving.map(({ work }) => admission.run(work));
  const order: number[] = [];
  for (let n = 0; n < 120; n += 1) all.push(admission.run(async () => order.push(n)));
  await expect(admission.run(async () => 'never')).rejects.toMatchObject({ problem: { code: 'busy' }, retryAfter: 5 });
  expect(order).toEqual([]);
  for (const { end } of serving) end();
  await Promise.all(all);
  expect(order).toEqual(Array.from({ length: 120 }, (_, n) => n));
  expect(await admission.run(async () => 'again')).toBe('again');
});

it('gives its place on when the work fails', async () => {
  const admission = new Admission();
  for (let n = 0; n < 30; n += 1) {
    await expect(admission.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  }
  expect(await admission.run(async () => 'fine')).toBe('fine');
});

it('does not let anybody wait for ever behind work that does not end', async () => {
  const admission = new Admission({ atOnce: 1, longestWait: 20 });
  const stuck = held();
  const first = admission.run(stuck.work);
  await expect(admission.run(async () => 'never')).rejects.toMatchObject({ problem: { code: 'busy' } });
  stuck.end();
  await first;
  expect(await admission.run(async () => 'again')).toBe('again');
});
