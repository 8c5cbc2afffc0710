// A month of outages: nobody who wrote in time on a device loses a rupiah, and nobody who did not gains one.

import { judge, type PersonJudged } from '../bad-month/judge.ts';
import { type Lived, liveThroughJune } from '../bad-month/live.ts';
import { expect, test } from '../support/test.ts';

let lived: Lived | undefined;
test.afterEach(() => lived?.server.stop());

test('a month of three outages and a week of maintenance takes nothing from anybody', async () => {
  test.setTimeout(10 * 60_000);
  lived = await liveThroughJune(() => undefined);
  const judged = await judge(lived);
  const find = (id: string) => judged.people.find((person) => person.id === id) as PersonJudged;
  const gone = (id: string, rule: 'ordinary' | 'ours') =>
    find(id).days.flatMap((day) => (day[rule] === 'gone' ? [Number(day.date.slice(8))] : []));

  expect(judged.missing).toBe(0);
  expect(judged.oursLost).toEqual({ amount: '0', people: 0 });
  expect(judged.oursGained).toEqual({ amount: '0', people: 0 });
  // Everybody who logs at all loses by the ordinary rule, though they wrote in time.
  expect(judged.ordinaryLost.people).toBe(24);

  // Who logs at the end of each day, whatever the network does and whatever the phone's clock says.
  for (const id of ['kadis', 'penguji-1', 'kasi-keselamatan', 'penguji-3', 'terminal-1', 'bendahara']) {
    expect(gone(id, 'ours'), id).toEqual([]);
    expect(gone(id, 'ordinary').length, id).toBeGreaterThan(5);
  }
  // Who put it off until Friday has the days whose deadline an outage moved, and loses the others.
  expect(gone('analis-1', 'ours')).toEqual([2, 4, 15, 17, 22, 23, 24, 25]);
  // Who set the clock back wins nothing by it: Thursday the 18th was open because of the outage, and so to everybody.
  expect(gone('kasi-barang', 'ours')).toEqual([4, 17, 24, 25]);
  expect(find('adm-1').ours).toBe(find('adm-1').ordinary);
});
