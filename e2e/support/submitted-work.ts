// Work of several people that waits for their superior, brought to the server by their own devices.

import { sql } from 'kysely';
import { newId } from '#client/sync/ids.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { EngineDevice } from './engine-device.ts';
import { Network } from './network.ts';
import type { Person } from './people.ts';
import type { ServerProcess } from './server.ts';

export const KHAIRUL: Person = { id: 'penguji-2', nip: '', name: 'Khairul Anwar, A.Md.' };
export const YULIANA: Person = { id: 'penguji-3', nip: '', name: 'Yuliana Safitri, A.Md.T.' };
const TODAY = () => plainDate(new Date().toISOString(), 'Asia/Makassar');
export const titleOf = (person: Person, index: number) =>
  `${person.id} uji ${String.fromCharCode(65 + (index % 26))}${Math.floor(index / 26)}`;

/** One after the other from seven o'clock, so that their order is known; of very many only how long they took. */
function timeOf(index: number) {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const begin = 7 * 60 + index * 10;
  return index < 90
    ? { start: clock(begin), end: clock(begin + 10), minutes: 10 }
    : { start: null, end: null, minutes: 10 };
}

/** Work of these people waits, and nobody else's. */
export async function submitWork(server: ServerProcess, work: readonly [Person, number][]): Promise<void> {
  const db = await server.database();
  await sql`update activity set state = 'approved' where state = 'submitted'`.execute(db);
  for (const [person, count] of work) {
    const { rows } = await sql<{ nip: string }>`select nip from employee where id = ${person.id}`.execute(db);
    const cookie = await server.signIn({ ...person, nip: rows[0]?.nip ?? '' });
    const device = new EngineDevice({ name: person.id, person, cookie, network: await Network.to(server.port) });
    await device.sync();
    const [result] = device.rows('result', `p:${person.id}`);
    const calls = Array.from({ length: count }, (_, index) => {
      const id = newId();
      const args = {
        ...{ id, resultId: result?.id, date: TODAY(), title: titleOf(person, index), description: '' },
        ...{ time: timeOf(index), output: { quantity: 1, unit: 'kendaraan' } },
      };
      return [
        { name: 'activity.log', args },
        { name: 'activity.submit', args: { id } },
      ];
    });
    await device.act(calls.flat());
    await device.sync();
    device.close();
  }
}
