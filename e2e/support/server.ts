// The real server as its own process, with its own embedded PostgreSQL in a folder of its own: started, killed and
// started again on the same address, so that a browser sees one server that comes and goes.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { connect, type Db } from '#server/db/database.ts';
import { freePort } from '#server/db/free-port.ts';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { temporaryDataDir } from '#server/testing/data-dir.ts';
import { fillWithDemo } from './demo-folders.ts';
import type { Person } from './people.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const START_MS = 60_000;

export class ServerProcess {
  readonly port: number;
  readonly dataDir: string;
  #env: Record<string, string>;
  /** The time that the server believes it is; null: the machine's. */
  #time: Date | null;
  #child: ChildProcess | null = null;
  #db: Db | null = null;
  /** What the running process has said. */
  #output: string[] = [];

  private constructor(port: number, dataDir: string, env: Record<string, string>, time: Date | null) {
    this.port = port;
    this.dataDir = dataDir;
    this.#env = env;
    this.#time = time;
  }

  static async create(env: Record<string, string> = {}, time: Date | null = null): Promise<ServerProcess> {
    const dataDir = await temporaryDataDir('kerjaku-e2e-');
    if (env.DEMO !== 'no') await fillWithDemo(dataDir, time ?? new Date());
    const server = new ServerProcess(await freePort(), dataDir, env, time);
    await server.start();
    return server;
  }

  /** The one-time link of an empty database, as whoever started the server reads it; its path alone. */
  get setUpLink(): string {
    return /\/siapkan#\S+/.exec(this.#output.join(''))?.[0] ?? '';
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The number of the running process. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    const { port, dataDir } = this;
    const time = this.#time;
    const settings = { NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, ...this.#env };
    const child = spawn(process.execPath, [time ? 'e2e/support/clocked-server.ts' : 'server/main.ts'], {
      cwd: PROJECT,
      env: { ...process.env, ...settings, ...(time && { CLOCK: time.toISOString() }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const { stdout, stderr } = child;
    if (!stdout || !stderr) throw new Error('the server has no output');
    this.#child = child;
    const output: string[] = [];
    this.#output = output;
    const listening = new Promise<void>((done, failed) => {
      const take = (chunk: Buffer) => {
        output.push(chunk.toString());
        if (output.join('').includes('listening on')) done();
      };
      stdout.on('data', take);
      stderr.on('data', take);
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}:\n${output.join('')}`)));
      setTimeout(() => failed(new Error(`the server did not start:\n${output.join('')}`)), START_MS).unref();
    });
    await listening;
  }

  /** Lets time pass for a server that was given a time; one that does not run hears of it when it starts. */
  async setTime(time: Date): Promise<void> {
    this.#time = time;
    const child = this.#child;
    if (!child) return;
    const reached = once(child, 'message');
    child.send(time.toISOString());
    await reached;
  }

  /** Ends the process as a power cut would; its PostgreSQL is left behind, as it would be. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#db?.destroy();
    this.#db = null;
    await this.#end('SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** Signs a person in and answers the cookie. */
  async signIn(person: Person): Promise<string> {
    const response = await fetch(`${this.origin}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nip: person.nip, password: DEMO_PASSWORD }),
    });
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  /** A request of a person who signs in for it: what another client would send. */
  async request(person: Person, method: string, path: string, body?: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    const cookie = await this.signIn(person);
    return fetch(this.origin + path, {
      method,
      headers: { cookie, ...(body && headers) },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  /** A connection beside the server's, to see what is really stored. */
  async database(connections = 2): Promise<Db> {
    const password = await readFile(join(this.dataDir, 'postgres.password'), 'utf8');
    const port = (await readFile(join(this.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[3];
    await this.#db?.destroy();
    this.#db = connect(`postgres://kerjaku:${password}@127.0.0.1:${port}/postgres`, { connections });
    return this.#db;
  }
}
