// What the routes are given to work with.

import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import type { Db } from './db/database.ts';
import type { FileStorage } from './files/storage.ts';
import type { Pokes } from './sync/pokes.ts';

export type App = FastifyInstance;

export interface Services {
  config: Config;
  db: Db;
  pokes: Pokes;
  clock: () => Date;
  /** From 0 to 1. */
  random: () => number;
  /** Where evidence files lie. */
  files: FileStorage;
}
