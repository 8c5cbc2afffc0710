// Whether a document is genuine.

import * as v from 'valibot';

/** Body of POST /api/documents/:code: the last six digits of the NIP that is printed on the paper. */
export const DocumentHolder = v.strictObject({ digits: v.pipe(v.string(), v.regex(/^\d{6}$/)) });
export type DocumentHolder = v.InferOutput<typeof DocumentHolder>;

/** Answer of GET and POST /api/documents/:code: that the document is genuine; what it must say only where it is `whole`. */
export const VerifiedDocument = v.object({
  whole: v.boolean(),
  agency: v.string(),
  kind: v.picklist([
    ...(['rencana-skp', 'evaluasi', 'dokumen-evaluasi', 'laporan-bulanan'] as const),
    ...(['konversi-angka-kredit', 'akumulasi-angka-kredit'] as const),
  ]),
  facts: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
  /** Of the PDF as it was made. */
  sha256: v.string(),
  at: v.string(),
});
export type VerifiedDocument = v.InferOutput<typeof VerifiedDocument>;
