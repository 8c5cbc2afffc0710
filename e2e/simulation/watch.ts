// What must hold at every moment, and not only when all has healed: a row that a device held stays on it as long as the
// server has it and the person may see it, whatever is asked for anew and wherever the line breaks.

import { sql } from 'kysely';
import type { Db } from '#server/db/database.ts';
import { visibleScopes } from '#server/subjects/people/visibility.ts';
import type { SyncRequest } from '#shared/sync/protocol.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import type { SimulatedDevice } from './device.ts';
import type { CheckName } from './promises.ts';
import { actorOf } from './world.ts';

const CHECK = 'nothing is taken away before its replacement is there';

export interface Watching {
  db: Db;
  tenant: string;
  clock: { now: number };
  /** Whether others sync at the same time. */
  concurrent: boolean;
  found: (check: CheckName, what: string) => void;
}

export class Watch {
  #watching: Watching;

  constructor(watching: Watching) {
    this.#watching = watching;
  }

  /** Looks at a device before and after it has synced, also where its process was killed on the way. */
  async during(device: SimulatedDevice, sync: () => Promise<string>): Promise<string> {
    const { rows, base } = device.memory.state;
    // What the server had not yet told of is an own act, which the server may refuse.
    const before = new Map([...rows].filter(([key]) => base.get(key)?.row !== null));
    try {
      return await sync();
    } finally {
      await this.#compare(device, before);
    }
  }

  async #compare(device: SimulatedDevice, before: SimulatedDevice['memory']['state']['rows']): Promise<void> {
    const { found } = this.#watching;
    const { rows, outbox } = device.memory.state;
    if (!device.hasPlan()) found(CHECK, `${device.name} has lost its plan`);
    // What the person deletes goes at once, on this device first.
    const touched = new Set([...outbox.values()].flatMap((entry) => entry.touched));
    const gone = [...before].filter(([key]) => !rows.has(key) && !touched.has(key)).map(([, held]) => held);
    if (gone.length === 0) return;
    const { db, tenant, clock, concurrent } = this.#watching;
    const positions = device.memory.state.meta.get('positions') as SyncRequest['known'] | undefined;
    const today = plainDate(new Date(clock.now).toISOString(), 'Asia/Makassar');
    const visible = new Set(await visibleScopes(db, actorOf(tenant, device.person), today));
    for (const { table, row } of gone.filter((held) => visible.has(held.row.scope))) {
      const { rows: there } = await sql<{ version: number }>`select version from ${sql.table(table)}
        where agency_id = ${tenant} and scope_id = ${row.scope} and id = ${row.id} and not deleted`.execute(db);
      const position = positions?.[row.scope];
      // Gone with a restore when this device asked, and sent again since by one that synced at the same time.
      const isNewer = ({ version }: { version: number }) =>
        concurrent && position !== undefined && position.rest === undefined && position.through < version;
      if (there.some((stored) => !isNewer(stored))) found(CHECK, `${device.name} has lost ${table}/${row.id}`);
    }
  }
}
