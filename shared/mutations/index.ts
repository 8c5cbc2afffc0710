// Everything a person can do. If it is not in this list, it does not exist.

import type { ArgsOf, Mutations } from '#shared/sync/mutation.ts';
import * as activity from './activity.ts';
import * as conflict from './conflict.ts';
import * as evidence from './evidence.ts';
import * as indicator from './indicator.ts';
import * as result from './result.ts';
import * as skp from './skp.ts';

export const mutations = {
  // The employee plans the year ...
  'skp.create': skp.create,
  'result.add': result.add,
  'result.edit': result.edit,
  'result.delete': result.erase,
  'indicator.add': indicator.add,
  'indicator.edit': indicator.edit,
  'indicator.delete': indicator.erase,
  'skp.submit': skp.submit,
  'skp.recall': skp.recall,
  // ... logs the day's work ...
  'activity.log': activity.log,
  'activity.edit': activity.edit,
  'activity.delete': activity.erase,
  'evidence.attach': evidence.attach,
  'evidence.detach': evidence.detach,
  'activity.submit': activity.submit,
  // ... and settles what two devices wanted differently.
  'conflict.settle': conflict.settle,

  // The supervisor decides.
  'skp.approve': skp.approve,
  'skp.return': skp.giveBack,
  'activity.approve': activity.approve,
  'activity.return': activity.giveBack,
  'activity.reopen': activity.reopen,
} satisfies Mutations;

export type MutationName = keyof typeof mutations;
export type MutationArgs<Name extends MutationName> = ArgsOf<(typeof mutations)[Name]>;

/** A mutation and its arguments, as a screen dispatches it. */
export type Call = { [Name in MutationName]: { name: Name; args: MutationArgs<Name> } }[MutationName];
