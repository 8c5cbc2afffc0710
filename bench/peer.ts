// The peer: PouchDB 9 with express-pouchdb on LevelDB, as its own process. It is installed here, apart from the product.
// It stores documents; it knows no sessions of people, rules, record or relations, and keeps what conflicts without a word.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '#server/db/free-port.ts';

export const PEER = join(import.meta.dirname, 'peer');

export interface Peer {
  origin: string;
  stop: () => Promise<void>;
}

async function install(): Promise<void> {
  const there = await access(join(PEER, 'node_modules/express-pouchdb')).then(
    () => true,
    () => false,
  );
  if (!there) await promisify(execFile)('npm', ['ci', '--silent'], { cwd: PEER });
}

export async function startPeer(): Promise<Peer> {
  await install();
  const [port, folder] = [await freePort(), await mkdtemp(join(tmpdir(), 'kerjaku-bench-peer-'))];
  const child = spawn(process.execPath, [join(PEER, 'server.js'), String(port), folder], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
