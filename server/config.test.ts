import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the settings', () => {
  it('have defaults that start an embedded database with the demo agency', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: null, demo: true });
  });

  it('put no demo people into a database of one\u2019s own', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://u:p@db/kerjaku' }).demo).toBe(false);
  });

  it('believe no word of where a request came from until a proxy is named, also where the address is public', () => {
    const of = (TRUSTED_PROXY?: string) =>
      readConfig({ PUBLIC_ORIGIN: 'https://x.go.id', DEMO: 'no', TRUSTED_PROXY }).trustedProxy;
    expect([of(), of('10.0.0.7'), of('10.0.0.0/8'), of('fd00::/8'), of('2')]).toEqual([
      ...[null, '10.0.0.7', '10.0.0.0/8', 'fd00::/8', 2],
    ]);
  });

  const wrong: [env: Record<string, string>, line: string][] = [
    [{ PUBLIC_ORIGIN: 'https://x.go.id' }, 'the passwords of the demo are published: start with DEMO=no'],
    [{ PUBLIC_ORIGIN: 'http://10.0.0.5', DATABASE_URL: 'postgres://u:p@db/k', DEMO: 'yes' }, 'start with DEMO=no'],
    ...['all', 'true', '0', '10.0.0.0/99', '10.0.0.0/0', '1.2.3', 'loopback'].map(
      (TRUSTED_PROXY): [Record<string, string>, string] => [{ TRUSTED_PROXY }, `not "${TRUSTED_PROXY}"`],
    ),
    [{ DATABASE_TIMEOUT: '0' }, 'DATABASE_TIMEOUT must be a number of seconds up to 3600, not "0"'],
    [{ REQUEST_TIMEOUT: 'soon' }, 'REQUEST_TIMEOUT must be a number of seconds'],
    [{ PORT: '80a' }, 'PORT must be 0 to 65535, not "80a"'],
    [{ PORT: '70000' }, 'PORT must be 0 to 65535, not "70000"'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must look like postgres://user:password@host:5432/database'],
    [{ PUBLIC_ORIGIN: 'https://x.go.id/app' }, 'PUBLIC_ORIGIN must look like https://kinerja.example.go.id'],
    [{ DEMO: 'maybe' }, 'DEMO must be yes or no, not "maybe"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  ];
  it.each(wrong)('%o stops the start with one clear line', (env, line) => {
    expect(() => readConfig(env)).toThrow(line);
    try {
      readConfig(env);
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
    }
  });
});
