// The whole demo agency at work: each of the 26 employees with a device of the real engine, doing what a month asks for.
// What a person does on the screen is tested by the story (a-year.test.ts); here are all the others around them.

import { sql } from 'kysely';
import { newId } from '#client/sync/ids.ts';
import {
  DEMO_ADMINISTRATOR,
  DEMO_AGENCY,
  DEMO_EMPLOYEES,
  DEMO_UNIT_HEAD,
  type DemoEmployee,
} from '#server/demo/agency.ts';
import { DEMO_WORK } from '#server/demo/work.ts';
import type { Call } from '#shared/mutations.ts';
import { actsFor, supervisorOn } from '#shared/people/rules/supervision.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import type { Skp } from '#shared/plan/tables.ts';
import { agencyScope, planScope } from '#shared/scopes.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import { EngineDevice } from '../support/engine-device.ts';
import { Network } from '../support/network.ts';
import type { ServerProcess } from '../support/server.ts';

export const STAFF = DEMO_EMPLOYEES.filter((person): person is DemoEmployee & { nip: string } => person.nip !== null);
const AGENCY_SCOPE = agencyScope(DEMO_AGENCY.id);

export class Office {
  readonly devices = new Map<EmployeeId, EngineDevice>();
  /** Ids of everything that was logged. */
  readonly logged: string[] = [];
  #server: ServerProcess;
  #now: Date;
  #wrongBy = new Map<EmployeeId, number>();

  private constructor(server: ServerProcess, now: Date) {
    this.#server = server;
    this.#now = now;
  }

  static async open(server: ServerProcess, now: Date): Promise<Office> {
    const office = new Office(server, now);
    const administrator = { ...DEMO_ADMINISTRATOR, roles: ['admin'] };
    for (const person of [...STAFF.map((one) => ({ ...one, roles: [] as string[] })), administrator]) {
      const { id, nip, name, roles } = person;
      const network = await Network.to(server.port);
      const clock = () => new Date(office.#now.getTime() + (office.#wrongBy.get(id) ?? 0));
      const who = { name: id, person: { id, nip, name }, cookie: '', network, now: clock, roles };
      office.devices.set(id, new EngineDevice(who));
    }
    await office.signIn();
    await office.sync();
    return office;
  }

  get now(): Date {
    return this.#now;
  }

  get today(): string {
    return plainDate(this.#now.toISOString(), DEMO_AGENCY.timeZone);
  }

  async setTime(now: Date): Promise<void> {
    await this.#server.setTime(now);
    this.#now = now;
  }

  /** Sets a device's clock wrong by so many milliseconds; 0: right again. */
  setClock(id: EmployeeId, wrongBy: number): void {
    this.#wrongBy.set(id, wrongBy);
  }

  device(id: EmployeeId): EngineDevice {
    const device = this.devices.get(id);
    if (!device) throw new Error(`nobody is called ${id}`);
    return device;
  }

  /** A session lasts thirty days: everybody signs in again each month. */
  async signIn(): Promise<void> {
    const people = [...STAFF, DEMO_ADMINISTRATOR];
    for (const { id, nip, name } of people) this.device(id).cookie = await this.#server.signIn({ id, nip, name });
  }

  /** Everybody sends and hears; answers how each fared. */
  async sync(): Promise<string[]> {
    const kinds: string[] = [];
    for (const device of this.devices.values()) kinds.push((await device.sync()).kind);
    return kinds;
  }

  /** The SKP that covers today. */
  skpOf(id: EmployeeId): Skp | undefined {
    const { today } = this;
    return this.device(id)
      .rows('skp', planScope(id))
      .find(({ validFrom, validUntil }) => validFrom <= today && today <= validUntil);
  }

  /** Composes an SKP from the themes of the person's work, or of others after a move, and submits it. */
  async plan(id: EmployeeId, { from, themes }: { from: string; themes: string[] }): Promise<void> {
    const device = this.device(id);
    const superior = this.supervisorOf(id);
    const theirs = superior ? device.rows('result', planScope(superior)).filter(({ endedIn }) => endedIn === null) : [];
    const skpId = newId();
    const year = from.slice(0, 4);
    const calls: Call[] = [
      {
        name: 'skp.create',
        args: { id: skpId, approach: 'quantitative', validFrom: from, validUntil: `${year}-12-31` },
      },
    ];
    for (const name of themes) {
      const theme = DEMO_WORK[name];
      if (!theme) throw new Error(`no theme ${name}`);
      const parent = theirs.find(({ text }) => text === theme.result) ?? theirs[0];
      const resultId = newId();
      const of = superior && parent ? { employeeId: superior, resultId: parent.id } : null;
      const perspective = !superior || id === DEMO_UNIT_HEAD ? 'penerima-layanan' : null;
      const result = { id: resultId, skpId, kind: 'utama' as const, text: theme.result, parent: of, expectation: '' };
      calls.push({ name: 'result.add', args: { ...result, perspective } });
      for (const [aspect, text, min, unit] of theme.indicators) {
        const target = { min, max: null, unit, direction: 'up' as const };
        calls.push({ name: 'indicator.add', args: { id: newId(), skpId, resultId, aspect, text, target } });
      }
    }
    const special = 'Pekerjaan tetap tercatat walau jaringan terputus';
    calls.push({ name: 'expectation.set', args: { employeeId: id, skpId, value: 'adaptif', from: '', to: special } });
    calls.push({ name: 'skp.submit', args: { skpId, supervisorId: superior } });
    await device.act(calls);
    await device.sync();
  }

  supervisorOf(id: EmployeeId): EmployeeId | null {
    return supervisorOn(this.device(id).rows('assignment', AGENCY_SCOPE), id, this.today);
  }

  /** For whom somebody decides today: themselves, and whom they act for. */
  #leaders(device: EngineDevice): EmployeeId[] {
    return [device.person, ...actsFor(device.rows('delegation'), device.person, this.today)];
  }

  #mayDecide(device: EngineDevice, employee: EmployeeId): boolean {
    const supervisor = supervisorOn(device.rows('assignment', AGENCY_SCOPE), employee, this.today);
    if (supervisor === null) return employee === device.person;
    return employee !== device.person && this.#leaders(device).includes(supervisor);
  }

  /** Everybody logs work of these days of the month, and submits it. `except` are away. */
  async work(month: string, days: string[], except: EmployeeId[] = []): Promise<void> {
    for (const person of STAFF) {
      const skp = this.skpOf(person.id);
      if (except.includes(person.id) || !skp) continue;
      const device = this.device(person.id);
      const results = device
        .rows('result', planScope(person.id))
        .filter(({ skpId, endedIn }) => skpId === skp.id && endedIn === null);
      const calls = days.flatMap((day, index): Call[] => {
        const result = results[index % results.length];
        const theme = Object.values(DEMO_WORK).find((one) => one.result === result?.text);
        const [title, quantity, unit, minutes] = theme?.activities[0] ?? ['Pekerjaan kantor', 1, 'kegiatan', 60];
        const id = newId();
        this.logged.push(id);
        const entry = { id, resultId: result?.id ?? '', date: `${month}-${day}`, title, description: '' };
        const time = { start: null, end: null, minutes };
        return [
          { name: 'activity.log', args: { ...entry, time, output: { quantity, unit } } },
          { name: 'activity.submit', args: { id } },
        ];
      });
      await device.act(calls);
    }
  }

  /** Every superior approves what waits: plans, work, leave. */
  async approve(except: EmployeeId[] = []): Promise<void> {
    for (const device of this.devices.values()) {
      if (except.includes(device.person)) continue;
      await device.sync();
      const ofTeam = <Item extends { scope: string; state: string }>(items: Item[]) =>
        items.filter((item) => item.state === 'submitted' && this.#mayDecide(device, item.scope.slice(2)));
      const calls: Call[] = [
        ...ofTeam(device.rows('skp')).map(
          ({ id, scope, revision }): Call => ({
            name: 'skp.approve',
            args: { employeeId: scope.slice(2), skpId: id, revision },
          }),
        ),
        ...ofTeam(device.rows('activity')).map(
          ({ id, employeeId, revision }): Call => ({
            name: 'activity.approve',
            args: { employeeId, id, revision },
          }),
        ),
      ];
      if (calls.length > 0) await device.act(calls);
      await device.sync();
    }
  }

  /** Everybody tells what the period realised. */
  async assess(period: string, except: EmployeeId[] = []): Promise<void> {
    for (const { id } of STAFF) {
      if (except.includes(id)) continue;
      const device = this.device(id);
      await device.sync();
      for (const skp of device.rows('skp', planScope(id))) {
        const begins = `${period.slice(0, 7)}${period.length === 4 ? '-01' : ''}-01`;
        if (begins > skp.validUntil || (period.length > 4 && `${period}-31` < skp.validFrom)) continue;
        const results = device
          .rows('result', planScope(id))
          .filter(({ skpId, endedIn }) => skpId === skp.id && endedIn === null);
        const said = Object.fromEntries(results.map((result) => [result.id, 'Terlaksana sesuai rencana']));
        const args = { skpId: skp.id, period, revision: 0, results: said, realised: {}, note: '' };
        await device.act([{ name: 'evaluation.assess', args }]);
      }
      await device.sync();
    }
  }

  /** Every superior rates what waits for them, and closes it. */
  async evaluate(except: EmployeeId[] = []): Promise<void> {
    for (const device of this.devices.values()) {
      if (except.includes(device.person)) continue;
      await device.sync();
      const leaders = this.#leaders(device);
      const waiting = device
        .rows('evaluation')
        .filter(({ state, evaluatorId }) => state === 'assessed' && leaders.includes(evaluatorId));
      for (const { id, scope, skpId, evaluatorId, revision } of waiting) {
        const employeeId = scope.slice(2);
        const chance = (id.charCodeAt(3) + Number(id.slice(-2))) % 5;
        const target = { employeeId, id };
        await device.act([
          {
            name: 'evaluation.rate',
            args: {
              ...{ ...target, revision, results: {}, behaviours: {}, note: '', achievement: 'baik' },
              ...{ resultRating: chance === 0 ? 'di-atas' : 'sesuai', behaviourRating: 'sesuai' },
            },
          },
          { name: 'evaluation.finalise', args: { ...target, revision: revision + 1, skpId, evaluatorId } },
        ]);
      }
      await device.sync();
    }
  }

  /** What devices keep because the server did not take it. */
  refused(): string[] {
    return [...this.devices.values()].flatMap((device) =>
      [...device.memory.state.attention.values()].map(
        ({ name, refusal }) => `${device.person}: ${name} ${JSON.stringify(refusal)}`,
      ),
    );
  }

  close(): void {
    for (const device of this.devices.values()) device.close();
  }
}

/** The agency as it is on its first day: people and posts, but no plan and no work. */
export async function forgetTheYear(server: ServerProcess): Promise<void> {
  const db = await server.database();
  for (const table of [...['evaluation', 'activity', 'role', 'annex', 'expectation', 'indicator', 'result', 'skp']]) {
    await sql`delete from ${sql.table(table)}`.execute(db);
  }
}
