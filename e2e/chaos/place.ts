// Where chaos happens: a PostgreSQL that can be restarted, a server process on it, devices, and what people made.

import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { connect, type Db } from '#server/db/database.ts';
import { type EmbeddedDatabase, startEmbedded } from '#server/db/embedded.ts';
import { freePort } from '#server/db/free-port.ts';
import { temporaryDataDir } from '#server/testing/data-dir.ts';
import { Wire } from '#server/testing/wire.ts';
import { check } from '../simulation/checks.ts';
import type { Made } from '../simulation/device.ts';
import type { CheckedDevice } from '../simulation/ended.ts';
import type { Violation } from '../simulation/promises.ts';
import { Device, type DeviceOptions } from '../support/device.ts';
import { EMPLOYEE, type Person } from '../support/people.ts';
import { ServerProcess } from '../support/server.ts';
import { Engine } from './engine.ts';
import { storedIn } from './stored-in.ts';

const AGENCY = 'dishub-hsu';
const SETTLE_MS = 120_000;

export class Place {
  readonly made: Made[] = [];
  readonly takenBack = new Map<string, string>();
  readonly server: ServerProcess;
  readonly db: Db;
  /** Between the server and PostgreSQL. */
  readonly wire: Wire;
  readonly #dataDir: string;
  readonly #port: number;
  #postgres: EmbeddedDatabase;
  #workers: Person[] = [];
  #founded = new Map<string, number>();
  #cookies = new Map<string, string>();
  #engines: Engine[] = [];
  #browsers: { name: string; person: Person; device: Device }[] = [];

  private constructor(
    { dataDir, port }: { dataDir: string; port: number },
    postgres: EmbeddedDatabase,
    wire: Wire,
    server: ServerProcess,
  ) {
    this.#dataDir = dataDir;
    this.#port = port;
    this.#postgres = postgres;
    this.wire = wire;
    this.server = server;
    this.db = connect(postgres.url, { connections: 4 });
  }

  static async open(env: Record<string, string> = {}): Promise<Place> {
    const dataDir = await temporaryDataDir('kerjaku-chaos-');
    const port = await freePort();
    // Durable, as in earnest: a kill must not lose what was committed.
    const postgres = await startEmbedded(dataDir, { port });
    const wire = await Wire.to(postgres.url);
    const settings = { DATABASE_URL: wire.through(postgres.url), DATABASE_TIMEOUT: '5', DEMO: 'yes', ...env };
    const server = await ServerProcess.create(settings);
    const place = new Place({ dataDir, port }, postgres, wire, server);
    const scopes = await place.db.selectFrom('scope').select(['id', 'version']).execute();
    for (const { id, version } of scopes) place.#founded.set(id, version);
    const { rows } = await sql<Person>`
      select a.employee_id as id, a.nip, '' as name from account a
      where exists (select from result r where r.scope_id = 'p:' || a.employee_id)
      order by a.employee_id <> ${EMPLOYEE.id}, a.employee_id`.execute(place.db);
    place.#workers = rows;
    return place;
  }

  async restartPostgres(): Promise<void> {
    await this.#postgres.stop();
    this.#postgres = await startEmbedded(this.#dataDir, { port: this.#port });
  }

  /** Devices of so many people, the first of them the one whose browsers are opened. */
  async engines(count: number, people = 2): Promise<Engine[]> {
    for (let n = 0; n < count; n += 1) {
      const person = this.#workers[n % Math.min(people, this.#workers.length)] as Person;
      const name = `engine ${this.#engines.length + 1}`;
      const cookie = await this.#cookieOf(person);
      this.#engines.push(await Engine.open({ name, person, cookie, port: this.server.port, people: this }));
    }
    await this.settle();
    return this.#engines.slice(-count);
  }

  /** One session a person: the server counts guesses of a password. */
  async #cookieOf(person: Person): Promise<string> {
    const known = this.#cookies.get(person.id);
    if (known) return known;
    const cookie = await this.server.signIn(person);
    this.#cookies.set(person.id, cookie);
    return cookie;
  }

  async browser(person: Person = EMPLOYEE, options: DeviceOptions = {}): Promise<Device> {
    const device = await Device.create(this.server.port, options);
    await device.signIn(person);
    this.#browsers.push({ name: `browser ${this.#browsers.length + 1}`, person, device });
    return device;
  }

  /** Takes what a browser has queued for what its person made: read while it cannot send. */
  async noteMade(device: Device): Promise<void> {
    const known = new Set(this.made.map(({ id }) => id));
    const name = this.#browsers.find((browser) => browser.device === device)?.name ?? '';
    const { outbox } = await storedIn(device);
    const entries = [...outbox.values()].sort((a, b) => a.seq - b.seq);
    for (const { id, name: act } of entries) if (!known.has(id)) this.made.push({ id, device: name, name: act });
  }

  /** Everything is well again: every device goes on by itself until it has nothing left to do. */
  async settle(): Promise<string[]> {
    const until = Date.now() + SETTLE_MS;
    const stuck = await Promise.all([
      ...this.#engines.map(async (engine) => {
        for (;;) {
          const { kind, retryAt } = await engine.sync();
          if (kind === 'settled') return [];
          if (Date.now() > until) return [`${engine.name} ends as ${kind}`];
          await sleep(Math.min(3000, retryAt ? Math.max(0, Date.parse(retryAt) - Date.now()) : 200));
        }
      }),
      ...this.#browsers.map(async ({ name, device }) => {
        const settled = async () => (await storedIn(device)).outbox.size === 0;
        while (!(await settled())) {
          if (Date.now() > until) return [`${name} still has unsent work`];
          await sleep(250);
        }
        await device.expectState(/Semua terkirim/);
        return [];
      }),
    ]);
    return stuck.flat();
  }

  /** Checks of the simulation, on what real processes have stored. */
  async check(): Promise<Violation[]> {
    const stuck = [...(await this.settle()), ...(await this.settle())];
    const browsers = await Promise.all(
      this.#browsers.map(async ({ name, person, device }): Promise<CheckedDevice> => {
        // What others sent last comes with the next poke or question.
        await device.page.reload();
        await device.expectState(/Semua terkirim/);
        await sleep(1000);
        return { name, person: person.id, memory: { state: await storedIn(device) } };
      }),
    );
    const devices = [...this.#engines, ...browsers];
    const foundedAt = (scope: string) => this.#founded.get(scope) ?? 0;
    const violations = await check({
      db: this.db,
      tenant: AGENCY,
      now: Date.now(),
      devices,
      made: this.made,
      takenBack: this.takenBack,
      foundedAt,
    });
    return [
      ...stuck.map((what): Violation => ({ check: 'after a restart the device goes on by itself', what })),
      ...violations,
    ];
  }

  async close(): Promise<void> {
    for (const engine of this.#engines) engine.close();
    for (const { device } of this.#browsers) await device.discard();
    await this.db.destroy();
    await this.server.stop();
    this.wire.close();
    await this.#postgres.stop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}
