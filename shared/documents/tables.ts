// Documents with a code.

import type { EmployeeId } from '#shared/people/tables.ts';
import { instant, json, type RowOf, type Tables, text } from '#shared/sync/table.ts';

export type DocumentKind =
  | 'rencana-skp'
  | 'evaluasi'
  | 'dokumen-evaluasi'
  | 'laporan-bulanan'
  | 'konversi-angka-kredit'
  | 'akumulasi-angka-kredit';

export const documentsTables = {
  /** A document made on a device. Who has its code reads at the server what it must say. */
  document: {
    columns: {
      code: text(),
      kind: text<DocumentKind>(),
      /** What it says in short, as the records had it. */
      facts: json<{ [name: string]: string | number | null }>(),
      /** SHA-256 of the PDF. */
      sha256: text(),
      at: instant(),
      by: text<EmployeeId>(),
    },
    indexes: ['code'],
  },
} satisfies Tables;

export type DocumentRow = RowOf<(typeof documentsTables)['document']>;
