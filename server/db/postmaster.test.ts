import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { clearLock, runningPostmaster } from './postmaster.ts';

// Whoever runs the tests as root reads everything: the file system itself must refuse.
const refused = vi.hoisted(() => new Set<string>());
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  const readFile: typeof real.readFile = (async (...args: Parameters<typeof real.readFile>) => {
    if (refused.has(String(args[0]))) throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
    return real.readFile(...args);
  }) as never;
  return { ...real, readFile };
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kerjaku-postmaster-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a lock that may not be read is nobody\u2019s to remove: a PostgreSQL may work under it', async () => {
  const file = join(folder, 'postmaster.pid');
  await writeFile(file, `${process.pid}\n${folder}\n1\n5999\n`);
  refused.add(file);
  expect(await runningPostmaster(folder, 'x')).toBeNull();
  await clearLock(folder);
  expect(await readdir(folder)).toEqual(['postmaster.pid']);
  refused.clear();
  // Read, it is that of a process of another kind.
  await clearLock(folder);
  expect(await readdir(folder)).toEqual([]);
});
