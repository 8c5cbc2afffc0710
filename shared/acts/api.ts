// Acting for the agency, at the server.

import * as v from 'valibot';
import { batchOf, Outcome, queued } from '#shared/sync/protocol.ts';

/** The app that acts for the agency name, in place of a version: they come from no device's queue. */
export const OFFICE_APP = 'office';

/** Body of POST /api/office: acts for the agency, in order. The same ids again are answered from the record. */
export const OfficeRequest = v.strictObject({ mutations: batchOf(v.strictObject(queued)) });
export type OfficeRequest = v.InferOutput<typeof OfficeRequest>;

export const OfficeResponse = v.object({ outcomes: v.array(Outcome) });
export type OfficeResponse = v.InferOutput<typeof OfficeResponse>;
