// npm run setup -- --agency NAME --nip NIP --name NAME ...: opens an agency as the set-up screen does, for machines that are
// set up by a script, and for a further agency in the same database. The password comes from ADMIN_PASSWORD or a file: what
// stands in a command, everybody on the machine can read.

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { AGENCY_KINDS, AgencyFacts, FirstAdministrator, TIME_ZONES } from '#shared/agency/set-up.ts';
import { passwordProblem } from '#shared/people/rules/password.ts';
import { ConfigError, readConfig } from './config.ts';
import { connect } from './db/database.ts';
import { defaultDataDir, reachEmbedded } from './db/embedded.ts';
import { migrate } from './db/migrate.ts';
import { failStart } from './start.ts';
import { type SetUp, setUpAgency } from './subjects/agency/set-up.ts';

const USAGE = `ADMIN_PASSWORD=... npm run setup -- --agency NAME --nip NIP --name NAME
  --kind           ${AGENCY_KINDS.join(', ')}; office unless said
  --time-zone      ${TIME_ZONES.join(', ')}; Asia/Makassar unless said
  --letterhead     the lines above a letter, with \\n between them
  --password-file  a file with the password, instead of ADMIN_PASSWORD`;

async function asked(): Promise<SetUp> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      ...{ agency: text, kind: text, 'time-zone': text, letterhead: text },
      ...{ nip: text, name: text, 'password-file': text },
    },
  });
  const file = values['password-file'];
  const password = file ? (await readFile(file, 'utf8')).replace(/\r?\n$/, '') : (process.env.ADMIN_PASSWORD ?? '');
  const agency = v.safeParse(AgencyFacts, {
    ...{ name: values.agency ?? '', kind: values.kind ?? 'office', timeZone: values['time-zone'] ?? 'Asia/Makassar' },
    letterhead: (values.letterhead ?? '').replaceAll('\\n', '\n'),
  });
  const administrator = v.safeParse(FirstAdministrator, { nip: values.nip ?? '', name: values.name ?? '', password });
  if (!agency.success || !administrator.success) {
    const issues = [...(agency.issues ?? []), ...(administrator.issues ?? [])];
    throw new ConfigError(`${issues.map((issue) => v.getDotPath(issue)).join(', ')} missing or wrong\n\n${USAGE}`);
  }
  const weak = passwordProblem(password, administrator.output.nip);
  if (weak) throw new ConfigError(`the password is not good enough: ${weak}`);
  return { agency: agency.output, administrator: administrator.output };
}

async function run(): Promise<void> {
  const setUp = await asked();
  const config = readConfig(process.env);
  const embedded = config.databaseUrl ? null : await reachEmbedded(config.dataDir ?? (await defaultDataDir()));
  const db = connect(config.databaseUrl ?? embedded?.url ?? '', { connections: 2 });
  try {
    await migrate(db);
    const { nip } = setUp.administrator;
    const taken = await db.selectFrom('account').select('nip').where('nip', '=', nip).executeTakeFirst();
    if (taken) throw new ConfigError(`NIP ${nip} has an account already`);
    const allowed = async () => true;
    const id = await setUpAgency(db, setUp, { now: new Date(), failed: console.error, allowed });
    console.log(`${setUp.agency.name} is set up as ${id}; sign in with NIP ${nip}`);
  } finally {
    await db.destroy();
    await embedded?.stop();
  }
}

run().then(() => process.exit(0), failStart);
