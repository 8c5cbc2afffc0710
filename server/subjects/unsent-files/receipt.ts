// A file of unsent work comes in parts, in its own order. The answer to each part carries the server's word for how far the
// file has come; the next part goes on from there. So nobody who brings another's file leaves an act of it out or has
// a later one before an earlier, and a broken import simply begins at the beginning: what has come is not applied twice.

import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the file under a signature has come: so many of its acts. */
interface Through {
  tenant: string;
  signature: string;
  through: number;
}

/** The server's word for it. */
export function receiptOf(sealKey: Buffer, { tenant, signature, through }: Through): string {
  const word = createHmac('sha256', sealKey).update(JSON.stringify(['part of a file', tenant, signature, through]));
  return `${through}.${word.digest('base64url')}`;
}

/** Where the next part begins: at the beginning without a receipt; null where it is none of ours for this file. */
export function throughOf(sealKey: Buffer, receipt: string | undefined, file: Omit<Through, 'through'>): number | null {
  if (receipt === undefined) return 0;
  const through = Number(receipt.split('.')[0]);
  const [is, should] = [Buffer.from(receipt), Buffer.from(receiptOf(sealKey, { ...file, through }))];
  return is.length === should.length && timingSafeEqual(is, should) ? through : null;
}
