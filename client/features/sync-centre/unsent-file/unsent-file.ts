// When all else fails: everything unsent in one file, for a memory stick or a message. It is a page that anybody can
// read in any browser, and holds the same work in the form in which a server takes it (server/subjects/unsent-files).

import * as v from 'valibot';
import { refusalWords } from '#client/i18n/acts.ts';
import { formatBytes, formatDate, formatMomentLong, t } from '#client/i18n/index.ts';
import { syncCentre } from '#client/i18n/sync-centre.ts';
import { unsentFile } from '#client/i18n/unsent-file.ts';
import { dexieStore, type LocalFile, type PersonDatabase, queueFiles } from '#client/sync/index.ts';
import { letQueueGo } from '#client/sync/running.ts';
import { askServer } from '#client/workspace/ask.ts';
import { actText, contentOf, subjectText } from '#client/workspace/describe-act.ts';
import { typedLines, typedTitle } from '#client/workspace/describe-draft.ts';
import { deviceKey, FILE_MEMORIES, type PersonHere } from '#client/workspace/device.ts';
import { sha256Of } from '#client/workspace/sha256.ts';
import { fileTypeOf } from '#shared/file-kinds.ts';
import { formatNip } from '#shared/people/rules/nip.ts';
import type { Refusal } from '#shared/sync/mutation.ts';
import { fileStatement } from '#shared/sync/proof.ts';
import { LIMITS } from '#shared/sync/protocol.ts';
import { lineOf } from '#shared/sync/signing.ts';
import type { SyncRow } from '#shared/sync/table.ts';
import { plainDate } from '#shared/time/plain-date.ts';
import type { ImportResponse } from '#shared/unsent-files/api.ts';

const DATA_ID = 'kerjaku-unsent';

const UnsentWork = v.object({
  /** 1 was not signed: only its owner brings it. */
  format: v.picklist([1, 2]),
  person: v.object({ id: v.string(), name: v.string(), nip: v.string() }),
  device: v.string(),
  exportedAt: v.string(),
  mutations: v.array(
    v.object({
      ...{ id: v.string(), name: v.string(), v: v.number(), args: v.unknown(), at: v.string() },
      redoes: v.optional(v.string()),
    }),
  ),
  /** The device's signature over all of it (shared/sync/proof.ts). */
  proof: v.optional(v.object({ key: v.string(), signature: v.string() })),
});
type Work = v.InferOutput<typeof UnsentWork>;
/** What a file holds. `files` are read from the page itself; so many are shown to a reader. */
export type UnsentWork = Work & { files: Omit<LocalFile, 'state'>[]; shown: number };

/** Everything that waits on this device; for reading also what the server refused, and what is typed and not saved. */
export async function writeUnsentFile(person: PersonHere, db: PersonDatabase, now: Date): Promise<File> {
  const [outbox, refused, uploads, device, drafts] = await Promise.all([
    letQueueGo(dexieStore(db)),
    db.attention.toArray(),
    db.uploads.toArray(),
    db.meta.get('device'),
    db.drafts.where('key').noneOf(FILE_MEMORIES).toArray(),
  ]);
  const waiting = outbox.filter(({ outcome }) => outcome === null);
  const files = (await db.files.bulkGet(uploads.map(({ sha256 }) => sha256))).filter((file) => file !== undefined);
  const small = new Set(waiting.flatMap(({ args }) => thumbnailsOf(args as Naming)));
  const work = await signedWork({
    format: 2,
    person: { id: person.employeeId, name: person.name, nip: person.nip },
    device: (device?.value as { id: string } | undefined)?.id ?? crypto.randomUUID(),
    exportedAt: now.toISOString(),
    mutations: waiting.map(({ id, name, v: version, args, at, redoes }) => ({
      ...{ id, name, v: version, args, at },
      ...(redoes !== undefined && { redoes }),
    })),
  });
  const on = plainDate(now.toISOString(), person.timeZone);
  const inWords = [
    ...waiting.map((entry) => section(entry)),
    ...refused.map((entry) => section(entry, entry.refusal)),
    ...drafts.map(typed),
  ];
  const page = [
    `<!doctype html><html lang="id"><meta charset="utf-8"><title>${text(unsentFile.title)}</title>`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style>`,
    `<h1>${text(unsentFile.title)}</h1>`,
    `<p>${text(person.name)}<br>NIP ${text(formatNip(person.nip))}<br>${text(formatDate(on))}</p>`,
    `<p>${text(unsentFile.what)}</p>`,
    ...inWords,
    ...(await Promise.all(files.map((file) => embedded(file, !small.has(file.sha256))))),
    // A script of data: never run, and no text in it can end it.
    `<script type="application/json" id="${DATA_ID}">${JSON.stringify(work).replaceAll('<', '\\u003c')}</script></html>`,
  ];
  const name = `${unsentFile.fileName} ${person.name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} ${on}.html`;
  return new File([page.join('\n')], name, { type: 'text/html' });
}

/** What names small pictures: a piece of evidence, or what comes with several. */
type Naming = { thumbnail?: string | null; evidence?: readonly { thumbnail?: string | null }[] };
const thumbnailsOf = ({ thumbnail, evidence = [] }: Naming) => [thumbnail, ...evidence.map((piece) => piece.thumbnail)];

async function statementOf({ person, device, exportedAt, mutations }: Work) {
  const lines = await Promise.all(mutations.map(lineOf));
  return { lines, statement: fileStatement({ person: person.id, device, exportedAt, lines }) };
}

/** Signed with the key of this device, so that nobody can write such a file in the person's name. */
async function signedWork(work: Work): Promise<Work> {
  const key = await deviceKey();
  if (!key) return work;
  const { statement } = await statementOf(work);
  return { ...work, proof: { key: key.publicKey, signature: await key.sign(statement) } };
}

const STYLE =
  'body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}article{border-top:1px solid #999}' +
  'h2{font-size:1rem;margin:.75rem 0 0}dl{margin:.25rem 0 .75rem}dt{float:left;margin-right:.5rem;color:#555}' +
  'dd{margin:0;white-space:pre-line}img{max-width:100%;max-height:20rem}.no{color:#a00}';

function section(entry: { name: string; args: unknown; seen: SyncRow[]; at: string }, refusal?: Refusal): string {
  const lines = contentOf(entry).map(({ label, value }) => `<dt>${text(label)}</dt><dd>${text(value)}</dd>`);
  const moment = formatMomentLong(entry.at);
  return [
    `<article><h2>${text(subjectText(entry) || actText(entry.name))}</h2>`,
    `<p>${text(actText(entry.name))}, ${text(moment)}</p>`,
    ...(refusal ? [`<p class="no">${text(syncCentre.refused)}: ${text(refusalWords(refusal).reason)}</p>`] : []),
    `<dl>${lines.join('')}</dl></article>`,
  ].join('');
}

/** A form that is not saved yet, such as an entry that waits for its RHK: nobody can bring it, everybody can read it. */
function typed({ value, at }: { value: unknown; at: string }): string {
  const lines = typedLines(value).map(({ label, value: words }) => `<dt>${text(label)}</dt><dd>${text(words)}</dd>`);
  return [
    `<article><h2>${text(typedTitle(value) || unsentFile.typed)}</h2>`,
    `<p class="no">${text(unsentFile.typedNote)}, ${text(formatMomentLong(at))}</p>`,
    `<dl>${lines.join('')}</dl></article>`,
  ].join('');
}

/** `shown`: not for the small pictures, which only travel along. */
async function embedded({ sha256, bytes, type }: LocalFile, shown: boolean): Promise<string> {
  const address = await dataUrl(new Blob([bytes], { type }));
  if (!shown) return `<img hidden data-sha256="${sha256}" src="${address}" alt="">`;
  const label = text(`${t.activity.evidence}, ${formatBytes(bytes.byteLength)}`);
  return type.startsWith('image/')
    ? `<p><img data-sha256="${sha256}" src="${address}" alt="${label}"></p>`
    : `<p><a data-sha256="${sha256}" href="${address}" download="${sha256}.pdf">${label}</a></p>`;
}

const text = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** Null where it is no such file. Nothing of the page is shown or run: it is only taken apart. */
export function readUnsentFile(page: string): UnsentWork | null {
  const document = new DOMParser().parseFromString(page, 'text/html');
  const parsed = v.safeParse(UnsentWork, asJson(document.getElementById(DATA_ID)?.textContent ?? ''));
  if (!parsed.success) return null;
  const files = [...document.querySelectorAll('[data-sha256]')].flatMap((element) => {
    const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
    const [, type, content] = /^data:([\w/+.-]+);base64,([\w+/=]+)$/.exec(address) ?? [];
    const sha256 = element.getAttribute('data-sha256') ?? '';
    if (!type || !content) return [];
    return [{ sha256, type, bytes: Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)).buffer }];
  });
  const shown = document.querySelectorAll('[data-sha256]:not([hidden])').length;
  return { ...parsed.output, files, shown };
}

function asJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

export interface Imported {
  name: string;
  applied: number;
  refused: { title: string; reason: string }[];
  /** Files that are no photo or PDF, or other than the entry names: nobody can say whose they are. */
  filesLeftOut: number;
}

export type ImportProblem = 'no-network' | 'not-allowed' | 'unsigned' | 'maintenance' | 'failed';

/** So many go in one request: well below the server's limits whatever they hold. */
const AT_ONCE = Math.min(20, LIMITS.batch);

/** Brings the work to the server. What was brought before stays as it is; a broken import is simply done again. */
export async function importUnsent(db: PersonDatabase, work: UnsentWork): Promise<Imported | ImportProblem> {
  const { person, device, exportedAt, mutations, files } = work;
  const { lines } = await statementOf(work);
  const proof = work.proof && { device, exportedAt, lines, ...work.proof };
  const imported: Imported = { name: person.name, applied: 0, refused: [], filesLeftOut: 0 };
  let receipt: string | null | undefined;
  for (let at = 0; at < mutations.length; at += AT_ONCE) {
    const batch = mutations.slice(at, at + AT_ONCE);
    const sent = { person: person.id, mutations: batch, ...(proof && { proof }), ...(receipt && { receipt }) };
    const answer = await post(sent);
    if (typeof answer === 'string') return answer;
    receipt = answer.receipt;
    imported.name = answer.name;
    for (const [index, outcome] of answer.outcomes.entries()) {
      const { name = '', args } = batch[index] ?? {};
      if (outcome.result !== 'refused') imported.applied += 1;
      else {
        const title = subjectText({ name, args, seen: [] }) || actText(name);
        imported.refused.push({ title, reason: refusalWords(outcome.refusal).reason });
      }
    }
  }
  // The files go the way of all files, from this device.
  for (const file of files) {
    const type = fileTypeOf(new Uint8Array(file.bytes));
    if (!type || (await sha256Of(file.bytes)) !== file.sha256) {
      imported.filesLeftOut += 1;
      continue;
    }
    const kept = { ...file, type, state: 'draft' as const, keptAt: new Date().toISOString() };
    if (!(await db.files.get(file.sha256))) await db.files.put(kept);
    await queueFiles(db, [file.sha256]);
  }
  return imported;
}

async function post(body: object): Promise<ImportResponse | ImportProblem> {
  const asked = await askServer<ImportResponse>('/api/import', body);
  if (asked.ok) return asked.value;
  if (asked.code === 'unsigned') return 'unsigned';
  if (asked.why === 'signed-out' || asked.why === 'forbidden') return 'not-allowed';
  if (asked.why === 'maintenance') return 'maintenance';
  return asked.why === 'network' || asked.why === 'captive' ? 'no-network' : 'failed';
}
