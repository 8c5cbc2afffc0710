// What a form or a row of a file changes of what is known of a person: only that is told, so that two treasurers do not
// write over each other's.

import { type MonthFacts, PAYEE_FIELDS, type PayeeFacts } from '#shared/allowance/rules/payee.ts';
import type { MutationArgs } from '#shared/mutations.ts';

export type Told = PayeeFacts & MonthFacts;
export type Changes = Omit<MutationArgs<'payee.tell'>, 'id' | 'employeeId' | 'month'>;

/** Null where it changes nothing. What is null and was known is cleared. */
export function changesOf(known: Told, wanted: Told): Changes | null {
  const differing = PAYEE_FIELDS.filter((name) => known[name] !== wanted[name]);
  if (differing.length === 0) return null;
  const told = <Name extends keyof Told>(name: Name): Told[Name] | null =>
    differing.includes(name) ? wanted[name] : null;
  return {
    ...{ ptkp: told('ptkp'), npwp: told('npwp'), bank: told('bank'), account: told('account') },
    ...{ salary: told('salary'), salaryTax: told('salaryTax'), insuredSalary: told('insuredSalary'), tax: told('tax') },
    ...{ extra: told('extra'), extraTax: told('extraTax'), yearPension: told('yearPension') },
    ...{ earlierGross: told('earlierGross'), earlierTax: told('earlierTax') },
    cleared: differing.filter((name) => wanted[name] === null),
  };
}
