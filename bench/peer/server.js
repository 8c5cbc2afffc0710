// PORT FOLDER: express-pouchdb on LevelDB.

import { join } from 'node:path';
import express from 'express';
import expressPouch from 'express-pouchdb';
import PouchDB from 'pouchdb';

const [port, folder] = process.argv.slice(2);
const Stored = PouchDB.defaults({ prefix: join(folder, 'db-') });
const app = express();
app.use('/', expressPouch(Stored, { mode: 'minimumForPouchDB', logPath: join(folder, 'log.txt') }));
app.listen(Number(port), '127.0.0.1', () => console.log('listening'));
