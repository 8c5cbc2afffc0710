// Accounts of an agency as administrators keep them, how one is opened, and the sessions of a person.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { nip } from './nip-field.ts';
import { PASSWORD_LENGTH } from './rules/password.ts';

/** `invited`: a code was given and not used yet; `active`: the holder has an own password. */
export const Accounts = v.object({
  accounts: v.array(
    v.object({
      employeeId: v.string(),
      active: v.boolean(),
      /** Until when a code that was given opens the account; null where there is none, or no longer. */
      invitedUntil: v.nullable(v.string()),
      /** When a device of the holder was last heard of. */
      lastContact: v.nullable(v.string()),
    }),
  ),
});
export type Accounts = v.InferOutput<typeof Accounts>;

/** Body of POST /api/accounts/codes: for whom; a code that one of them has already is none any more. */
export const CodesRequest = v.strictObject({
  employeeIds: v.pipe(v.array(field.employeeId), v.minLength(1), v.maxLength(10_000)),
});
export type CodesRequest = v.InferOutput<typeof CodesRequest>;

/** The codes are told this once, and kept nowhere. Who has no NIP or no post, or an account elsewhere, gets none. */
export const Codes = v.object({
  codes: v.array(v.object({ employeeId: v.string(), nip: v.string(), name: v.string(), code: v.string() })),
  expiresAt: v.string(),
});
export type Codes = v.InferOutput<typeof Codes>;

/** Body of POST /api/activation. */
export const ActivationRequest = v.strictObject({
  nip,
  code: v.pipe(v.string(), v.maxLength(40)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(PASSWORD_LENGTH.most)),
});
export type ActivationRequest = v.InferOutput<typeof ActivationRequest>;

/** Where a person is signed in. `key` names a session and opens nothing. */
export const Sessions = v.object({
  sessions: v.array(
    v.object({
      key: v.string(),
      /** As the browser calls itself: "Chrome · Android"; may be empty. */
      browser: v.string(),
      since: v.string(),
      lastContact: v.nullable(v.string()),
      /** Whether it is the one that asks. */
      own: v.boolean(),
    }),
  ),
});
export type Sessions = v.InferOutput<typeof Sessions>;

export const SessionsOf = v.object({ employeeId: field.employeeId });
/** `key`: of one session, or `others`: all but the one that asks. */
export const SessionToEnd = v.object({
  employeeId: field.employeeId,
  key: v.pipe(v.string(), v.regex(/^([0-9a-f]{64}|others)$/)),
});
