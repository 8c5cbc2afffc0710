// What an agency must say before anybody can work in it: itself, and its first administrator.

import * as v from 'valibot';
import * as field from '#shared/acts/fields.ts';
import { nip } from '#shared/people/nip-field.ts';
import { PASSWORD_LENGTH } from '#shared/people/rules/password.ts';

/** The invented agency (server/demo). */
export const DEMO_AGENCY_ID = 'dishub-hsu';

/** A government of a regency, city or province as a whole; one of its offices (dinas, badan, ...); or a ministry. */
export const AGENCY_KINDS = ['office', 'regency', 'city', 'province', 'ministry'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** WIB, WITA and WIT. Source: Keppres 41/1987. */
export const TIME_ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type TimeZone = (typeof TIME_ZONES)[number];

export const AgencyFacts = v.strictObject({
  name: field.requiredText(field.LIMITS.name),
  kind: v.picklist(AGENCY_KINDS),
  timeZone: v.picklist(TIME_ZONES),
  letterhead: field.optionalText(field.LIMITS.text),
});
export type AgencyFacts = v.InferOutput<typeof AgencyFacts>;

export const FirstAdministrator = v.strictObject({
  nip,
  name: field.requiredText(field.LIMITS.name),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(PASSWORD_LENGTH.most)),
});
export type FirstAdministrator = v.InferOutput<typeof FirstAdministrator>;

const token = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** Body of POST /api/set-up/link: whether a link still opens the set-up. */
export const SetUpLink = v.strictObject({ token });
export type SetUpLink = v.InferOutput<typeof SetUpLink>;
/** Body of POST /api/set-up. */
export const SetUpRequest = v.strictObject({ token, agency: AgencyFacts, administrator: FirstAdministrator });
export type SetUpRequest = v.InferOutput<typeof SetUpRequest>;
