// Statements whose text is made once. Building one from its parts costs more than running it where it is long; here that is
// done the first time, and afterwards only its values are put in.

import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { DbOrTransaction } from './rows.ts';

/** Stands in a compiled statement for a value that comes later. */
class Slot {
  readonly name: PropertyKey;
  constructor(name: PropertyKey) {
    this.name = name;
  }
}

export type Statement<Values, Row> = (db: DbOrTransaction, values: Values) => Promise<Row[]>;

/** `build` gets what stands for each value; it is called once, so that nothing else may differ between two runs. */
export function prepared<Values extends object, Row>(
  build: (value: (name: keyof Values) => RawBuilder<unknown>) => RawBuilder<Row>,
): Statement<Values, Row> {
  let made: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    made ??= build((name) => sql`${new Slot(name)}`).compile(db);
    const parameters = made.parameters.map((parameter) =>
      parameter instanceof Slot ? Reflect.get(values, parameter.name) : parameter,
    );
    const { rows } = await db.executeQuery<Row>({ ...made, parameters });
    return rows;
  };
}
