// June 2026 as the agency lives it: 20 working days, three outages and a week of maintenance, on the real server, the real
// database and the real engine of the app. Answers what everybody did and when, so that it can be judged afterwards.

import { newId } from '#client/sync/ids.ts';
import { DEMO_ADMINISTRATOR, DEMO_AGENCY } from '#server/demo/agency.ts';
import type { Call } from '#shared/mutations.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { planScope } from '#shared/scopes.ts';
import { addDays } from '#shared/time/working-time.ts';
import { calendarOf, workingDays } from '#shared/time-rules/rules/calendar.ts';
import { instantOf } from '#shared/time-rules/rules/timeliness.ts';
import { ADMINISTRATOR } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { Office, STAFF } from '../year/office.ts';
import { habitOf, IN_THE_REGION, WRONG_CLOCKS } from './habits.ts';

export const MONTH = '2026-06';
export const DAYS = workingDays(calendarOf({ policies: [], holidays: [] }), {
  from: `${MONTH}-01`,
  until: `${MONTH}-30`,
});

export const at = (date: string, time: string) => new Date(instantOf(date, time, DEMO_AGENCY.timeZone));

/** What was down, and from when to when by the clock of the place. */
export const TROUBLES: {
  kind: 'unplanned' | 'maintenance' | 'declared';
  from: [date: string, time: string];
  until: [date: string, time: string];
  name: string;
}[] = [
  { kind: 'unplanned', from: ['2026-06-03', '15:30'], until: ['2026-06-04', '09:00'], name: 'Server mati' },
  { kind: 'maintenance', from: ['2026-06-08', '07:00'], until: ['2026-06-12', '17:00'], name: 'Pemeliharaan' },
  { kind: 'declared', from: ['2026-06-18', '12:00'], until: ['2026-06-19', '10:00'], name: 'Jaringan wilayah putus' },
  { kind: 'unplanned', from: ['2026-06-30', '13:00'], until: ['2026-07-01', '10:00'], name: 'Server mati' },
];

export interface Lived {
  server: ServerProcess;
  /** When each entry was really written, whatever the device's clock said. */
  written: Map<string, Date>;
}

export async function liveThroughJune(say: (line: string) => void): Promise<Lived> {
  const server = await ServerProcess.create({}, at('2026-06-01', '08:00'));
  const office = await Office.open(server, at('2026-06-01', '08:00'));
  const month = new Month(server, office);
  for (const [id, by] of Object.entries(WRONG_CLOCKS)) office.setClock(id, by);
  for (const event of eventsOf(month)) {
    await office.setTime(at(event.date, event.time));
    say(`${event.date} ${event.time}  ${event.what}`);
    await event.happen();
  }
  office.close();
  return { server, written: month.written };
}

interface Event {
  date: string;
  time: string;
  what: string;
  happen: () => Promise<void>;
}

function eventsOf(month: Month): Event[] {
  const events: Event[] = [];
  const add = (date: string, time: string, what: string, happen: () => Promise<void>) =>
    events.push({ date, time, what, happen });
  for (const date of DAYS) {
    const friday = new Date(`${date}T00:00:00Z`).getUTCDay() === 5;
    add(date, '07:45', 'everybody opens the app', () => month.reach());
    add(date, '08:30', 'superiors approve', () => month.approve());
    add(date, '16:00', 'the office logs the day', () => month.log(date, ['office', 'field']));
    if (friday) {
      add(date, '15:50', 'who put it off logs the week, who cheats sets the clock back', () => month.catchUp(date));
      add(date, '16:10', 'phones from the field reach a network', () => month.reachFromField());
    } else add(date, '16:05', 'who cheats logs some days in time', () => month.logHonestly(date));
    add(date, '21:00', 'the evening logs the day', () => month.log(date, ['evening']));
  }
  for (const { kind, from, until, name } of TROUBLES) {
    const [began, ended] = [at(...from), at(...until)];
    const begin = { unplanned: month.stop, maintenance: () => month.maintain(ended), declared: month.cut }[kind];
    const end = {
      unplanned: month.start,
      maintenance: month.endMaintenance,
      declared: () => month.declare(began, ended, name),
    }[kind];
    add(...from, `${kind} begins`, begin);
    add(...until, `${kind} ends`, end);
  }
  // Sessions last thirty days.
  add('2026-06-24', '07:30', 'everybody signs in again', () => month.signIn());
  for (const date of ['2026-07-01', '2026-07-02', '2026-07-03']) {
    add(date, '11:00', 'everybody opens the app', () => month.reachFromField());
    add(date, '14:00', 'superiors approve', () => month.approve('everywhere'));
  }
  return events.sort((a, b) => at(a.date, a.time).getTime() - at(b.date, b.time).getTime());
}

class Month {
  readonly written = new Map<string, Date>();
  #server: ServerProcess;
  #office: Office;

  constructor(server: ServerProcess, office: Office) {
    this.#server = server;
    this.#office = office;
  }

  /** Everybody but those in the field, whose phones have no network. */
  async reach(): Promise<void> {
    for (const { id } of STAFF) if (habitOf(id) !== 'field' && habitOf(id) !== 'never') await this.#sync(id);
  }

  async reachFromField(): Promise<void> {
    for (const { id } of STAFF) if (habitOf(id) !== 'never') await this.#sync(id);
  }

  /** `from`: also superiors in the field, whose phones reach a network just now. */
  async approve(from: 'office' | 'everywhere' = 'office'): Promise<void> {
    const away = from === 'office' ? ['never', 'field'] : ['never'];
    await this.#office.approve(STAFF.map(({ id }) => id).filter((id) => away.includes(habitOf(id))));
  }

  async log(date: string, habits: string[]): Promise<void> {
    for (const { id } of STAFF) {
      if (!habits.includes(habitOf(id))) continue;
      await this.#write(id, date);
      if (habitOf(id) !== 'field') await this.#sync(id);
    }
  }

  /** On Friday: the days of the week that were put off, and those that are forged. */
  async catchUp(friday: string): Promise<void> {
    const week = [-4, -3, -2, -1, 0].map((by) => addDays(friday, by)).filter((date) => DAYS.includes(date));
    for (const { id } of STAFF) {
      if (habitOf(id) === 'puts-off') {
        for (const date of week) await this.#write(id, date);
        await this.#sync(id);
      }
      if (habitOf(id) === 'cheats') {
        await this.#write(id, friday);
        for (const date of week.filter((day) => isMidweek(day))) {
          // As if it were the evening of that day: the true time stays on record here.
          this.#office.setClock(id, at(date, '20:00').getTime() - at(friday, '15:50').getTime());
          await this.#write(id, date);
        }
        this.#office.setClock(id, 0);
        await this.#sync(id);
      }
    }
  }

  async logHonestly(date: string): Promise<void> {
    if (isMidweek(date)) return;
    for (const { id } of STAFF) {
      if (habitOf(id) !== 'cheats') continue;
      await this.#write(id, date);
      await this.#sync(id);
    }
  }

  stop = () => this.#server.kill();
  start = () => this.#server.start();

  maintain = async (until: Date): Promise<void> => {
    const body = { until: until.toISOString(), message: 'Pindah pusat data' };
    await this.#server.request(ADMINISTRATOR, 'POST', '/api/admin/maintenance', body);
  };

  endMaintenance = async (): Promise<void> => {
    await this.#server.request(ADMINISTRATOR, 'DELETE', '/api/admin/maintenance');
  };

  cut = async (): Promise<void> => {
    for (const id of IN_THE_REGION) this.#office.device(id).network.cut();
  };

  declare = async (startsAt: Date, endsAt: Date, reason: string): Promise<void> => {
    for (const id of IN_THE_REGION) this.#office.device(id).network.restore();
    const span = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
    const administrator = this.#office.device(DEMO_ADMINISTRATOR.id);
    await administrator.act([{ name: 'outage.declare', args: { id: newId(), ...span, reason } }]);
    await administrator.sync();
  };

  async signIn(): Promise<void> {
    await this.#office.signIn();
  }

  async #sync(id: EmployeeId): Promise<void> {
    await this.#office.device(id).sync();
  }

  async #write(id: EmployeeId, date: string): Promise<void> {
    const device = this.#office.device(id);
    const result = device.rows('result', planScope(id))[0];
    if (!result) throw new Error(`${id} has no plan`);
    const entry = newId();
    const fields = { id: entry, resultId: result.id, date, title: result.text, description: '' };
    const time = { start: null, end: null, minutes: 300 };
    const calls: Call[] = [
      { name: 'activity.log', args: { ...fields, time, output: { quantity: 1, unit: 'kegiatan' } } },
      { name: 'activity.submit', args: { id: entry } },
    ];
    await device.act(calls);
    this.written.set(entry, this.#office.now);
  }
}

const isMidweek = (date: string) => [3, 4].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
