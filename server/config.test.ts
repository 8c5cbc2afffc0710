import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the settings', () => {
  it('have defaults that start an embedded database with the demo agency', () => {
    expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: null, demo: true });
  });

  it('put no demo people into a database of one\u2019s own', () => {
    expect(readConfig({ DATABASE_URL: 'postgres://u:p@db/kerjaku' }).demo).toBe(false);
  });

  it.each([
    [{ PORT: '80a' }, 'PORT must be 0 to 65535, not "80a"'],
    [{ PORT: '70000' }, 'PORT must be 0 to 65535, not "70000"'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must look like postgres://user:password@host:5432/database'],
    [{ PUBLIC_ORIGIN: 'https://x.go.id/app' }, 'PUBLIC_ORIGIN must look like https://kinerja.example.go.id'],
    [{ DEMO: 'maybe' }, 'DEMO must be yes or no, not "maybe"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
  ])('%o stops the start with one clear line', (env, line) => {
    expect(() => readConfig(env)).toThrow(line);
    try {
      readConfig(env);
    } catch (error) {
      expect((error as Error).message).not.toContain('\n');
    }
  });
});
