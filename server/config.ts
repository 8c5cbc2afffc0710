// The server's settings, read from the environment once. A wrong value stops the start with one clear line.

import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

export interface Config {
  host: string;
  port: number;
  /** Where people reach the server, such as https://kinerja.example.go.id; null: wherever the request came to. */
  publicOrigin: string | null;
  /** Null: an embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | null;
  /** Null: chosen by the server, see server/db/embedded.ts. */
  dataDir: string | null;
  /** Where evidence files go; null: a folder in the data folder. */
  bucket: Bucket | null;
  /** The built client; null while the development server serves it. */
  clientDir: string | null;
  /** Whether the demo agency is put into an empty database. Always invented people, with a password all may know. */
  demo: boolean;
  /** Whose word counts for where a request came from: the proxy's address or network, or how many proxies; null: nobody's. */
  trustedProxy: string | number | null;
  /** Milliseconds: the most that a statement may take. Every other wait for the database is measured by it. */
  databaseTimeout: number;
  /** Milliseconds: within them the head of a request must be there, and its body begin to come (server/http/slow-requests.ts). */
  requestTimeout: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A bucket of an S3-compatible service. */
export interface Bucket {
  kind: 's3';
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export type FileConfig = Bucket | { kind: 'folder'; folder: string };

export class ConfigError extends Error {}

export function readConfig(env: Record<string, string | undefined>): Config {
  const config: Config = {
    host: env.HOST || '127.0.0.1',
    port: port(env.PORT || '3000'),
    publicOrigin: env.PUBLIC_ORIGIN ? origin(env.PUBLIC_ORIGIN) : null,
    databaseUrl: env.DATABASE_URL ? databaseUrl(env.DATABASE_URL) : null,
    dataDir: env.DATA_DIR ? resolve(env.DATA_DIR) : null,
    bucket: env.S3_BUCKET ? bucket(env.S3_BUCKET, env) : null,
    clientDir: env.NODE_ENV === 'development' ? null : resolve(env.CLIENT_DIR || join(import.meta.dirname, '../dist')),
    demo: flag('DEMO', env.DEMO || (env.DATABASE_URL ? 'no' : 'yes')),
    trustedProxy: env.TRUSTED_PROXY ? proxy(env.TRUSTED_PROXY) : null,
    databaseTimeout: 1000 * seconds('DATABASE_TIMEOUT', env.DATABASE_TIMEOUT || '30'),
    requestTimeout: 1000 * seconds('REQUEST_TIMEOUT', env.REQUEST_TIMEOUT || '20'),
    logLevel: logLevel(env.LOG_LEVEL || 'warn'),
  };
  if (config.demo && config.publicOrigin) {
    throw new ConfigError(
      'PUBLIC_ORIGIN opens this server to the public, and the passwords of the demo are published: start with DEMO=no',
    );
  }
  return config;
}

function port(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65535) throw new ConfigError(`PORT must be 0 to 65535, not "${value}"`);
  return number;
}

function origin(value: string): string {
  if (!URL.canParse(value) || new URL(value).origin !== value || !/^https?:/.test(value)) {
    throw new ConfigError(`PUBLIC_ORIGIN must look like https://kinerja.example.go.id, without a path, not "${value}"`);
  }
  return value;
}

/** An address, a network such as 10.0.0.0/8, or a number of proxies. */
function proxy(value: string): string | number {
  if (/^[1-9]$/.test(value)) return Number(value);
  const [address = '', bits, more] = value.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const network = bits === undefined || (/^\d+$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
  if (most === 0 || !network || more !== undefined) {
    throw new ConfigError(
      `TRUSTED_PROXY must be the address of the proxy, its network such as 10.0.0.0/8, or how many proxies there are, not "${value}"`,
    );
  }
  return value;
}

function seconds(name: string, value: string): number {
  const number = Number(value);
  if (!/^\d+(\.\d+)?$/.test(value) || number <= 0 || number > 3600) {
    throw new ConfigError(`${name} must be a number of seconds up to 3600, not "${value}"`);
  }
  return number;
}

function databaseUrl(value: string): string {
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol)) {
    throw new ConfigError('DATABASE_URL must look like postgres://user:password@host:5432/database');
  }
  return value;
}

function bucket(name: string, env: Record<string, string | undefined>): Bucket {
  const needed = (key: string) => {
    const value = env[key];
    if (!value) throw new ConfigError(`S3_BUCKET needs ${key} beside it`);
    return value;
  };
  const endpoint = needed('S3_ENDPOINT');
  if (!URL.canParse(endpoint)) throw new ConfigError(`S3_ENDPOINT must be an address, not "${endpoint}"`);
  const [accessKeyId, secretAccessKey] = [needed('S3_ACCESS_KEY_ID'), needed('S3_SECRET_ACCESS_KEY')];
  return { kind: 's3', bucket: name, endpoint, region: env.S3_REGION || 'us-east-1', accessKeyId, secretAccessKey };
}

function flag(name: string, value: string): boolean {
  if (value !== 'yes' && value !== 'no') throw new ConfigError(`${name} must be yes or no, not "${value}"`);
  return value === 'yes';
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

function logLevel(value: string): Config['logLevel'] {
  const level = LOG_LEVELS.find((known) => known === value);
  if (!level) throw new ConfigError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${value}"`);
  return level;
}
