// Makes a document on this device, with or without a network. Its code is registered before it is handed out.

import { answerHere } from '#client/workspace/questions.ts';
import type { Workspace } from '#client/workspace/workspace.ts';
import { type DocumentSubject, documentFacts, type Facts } from '#shared/documents/questions/document-facts.ts';
import type { MutationArgs } from '#shared/mutations.ts';
import type { EmployeeId } from '#shared/people/tables.ts';
import { loadFonts } from './fonts.ts';
import { paperOf } from './paper-of.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Sixteen letters of Crockford's base 32: 80 bits that nobody guesses, and that nobody misreads. */
export function newCode(bytes: Uint8Array): string {
  return [...bytes.subarray(0, 16)].map((byte) => LETTERS[byte % 32]).join('');
}

/** Null where there is nothing to make a document of. `issue`: what its code is registered with; a workbook has none. */
export type Made = { file: File; issue: Omit<MutationArgs<'document.issue'>, 'id'> | null } | null;

export async function makeDocument(
  workspace: Workspace,
  employeeId: EmployeeId,
  subject: DocumentSubject,
): Promise<Made> {
  const [paper, facts, { pdfOf }, fonts] = await Promise.all([
    paperOf(workspace, employeeId, subject),
    answerHere(workspace, documentFacts, { employeeId, subject }),
    import('./pdf.ts'),
    loadFonts(),
  ]);
  if (!paper || !facts) return null;
  const code = newCode(crypto.getRandomValues(new Uint8Array(16)));
  const bytes = pdfOf(paper, { mark: { code, address: `${location.origin}/periksa` }, fonts });
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return {
    file: new File([bytes as BlobPart], `${nameOf(paper.title, facts)}.pdf`, { type: 'application/pdf' }),
    issue: { employeeId, code, subject, facts, sha256 },
  };
}

export async function makeWorkbook(
  workspace: Workspace,
  employeeId: EmployeeId,
  subject: DocumentSubject,
): Promise<Made> {
  const [paper, facts, { workbookOf }] = await Promise.all([
    paperOf(workspace, employeeId, subject),
    answerHere(workspace, documentFacts, { employeeId, subject }),
    import('./workbook.ts'),
  ]);
  if (!paper || !facts) return null;
  return { file: new File([await workbookOf(paper)], `${nameOf(paper.title, facts)}.xlsx`), issue: null };
}

const nameOf = (title: string, { name, period, month, lastMonth, validFrom }: Facts) =>
  [title, name, period ?? month ?? lastMonth ?? String(validFrom).slice(0, 4)]
    .join(' - ')
    .replaceAll(/[\\/:*?"<>|]/g, ' ');

const hex = (buffer: ArrayBuffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
