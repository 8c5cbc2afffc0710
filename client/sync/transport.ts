// The network, as a port: one request, and an answer that is either ours or a named failure. Only a well-formed answer
// of our own server counts; `navigator.onLine` is never asked, and a sign-in page of a hotspot is told from an error.

import * as v from 'valibot';
import type { ProblemCode } from '#shared/sync/problem.ts';
import { type SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';

export type Failure =
  | { kind: 'unreachable' }
  /** Something between us and the server answered in its place, such as the sign-in page of a hotspot. */
  | { kind: 'captive' }
  | { kind: 'maintenance'; until: string; message: string }
  | { kind: 'busy'; retryAfter: number }
  /** `spread`: seconds over which everybody comes back; 0 where only this device begins anew. */
  | { kind: 'new-epoch'; epoch: string; spread: number }
  | { kind: 'signed-out' | 'other-person' | 'outdated' | 'too-large' | 'device-forked' | 'failed' };

export type Answer = { ok: true; response: SyncResponse } | { ok: false; failure: Failure };

export interface Transport {
  sync(request: SyncRequest): Promise<Answer>;
}

/**
 * Without a sign of life for so long a connection is dead: a router has forgotten it, and nobody will say so. Longer than
 * the server lets anybody wait for their turn; short, as a browser may have more than one such connection in store.
 */
const SILENCE_MS = 20_000;
/** Bytes a second of a link that is slower than 2G: of what is sent there is no sign until it has arrived. */
const SLOWEST = 2_000;
const COMPRESS_ABOVE = 1024;

const ProblemShape = v.looseObject({
  code: v.string(),
  until: v.optional(v.string()),
  message: v.optional(v.string()),
  epoch: v.optional(v.string()),
  spread: v.optional(v.number()),
});

export function httpTransport(fetch: typeof globalThis.fetch): Transport {
  return {
    async sync(request) {
      const alive = new Alive();
      let response: Response;
      let text: string;
      try {
        const { body, headers } = await encode(request);
        const size = typeof body === 'string' ? body.length : body.size;
        alive.within(SILENCE_MS + (size / SLOWEST) * 1000);
        response = await fetch('/api/sync', {
          method: 'POST',
          body,
          headers,
          signal: alive.signal,
          redirect: 'manual',
          cache: 'no-store',
        });
        text = await textOf(response, () => alive.within(SILENCE_MS));
      } catch {
        return { ok: false, failure: { kind: 'unreachable' } };
      } finally {
        alive.over();
      }
      return read(response, text);
    },
  };
}

/** Gives a connection up that shows no sign of life in time. */
class Alive {
  #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  within(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), milliseconds);
  }

  over(): void {
    clearTimeout(this.#timer);
  }
}

/** The whole answer; `heard` is called as each piece of it arrives. */
async function textOf(response: Response, heard: () => void): Promise<string> {
  const reader = response.body?.getReader();
  heard();
  if (!reader) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    heard();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}

async function encode(request: SyncRequest): Promise<{ body: string | Blob; headers: Record<string, string> }> {
  const text = JSON.stringify(request);
  const headers = { 'content-type': 'application/json' };
  if (text.length < COMPRESS_ABOVE || typeof CompressionStream === 'undefined') return { body: text, headers };
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return { body: await new Response(packed).blob(), headers: { ...headers, 'content-encoding': 'gzip' } };
}

function read(response: Response, text: string): Answer {
  const failed = (failure: Failure): Answer => ({ ok: false, failure });
  const type = response.headers.get('content-type') ?? '';
  const content = parse(text);
  if (response.ok && type.startsWith('application/json')) {
    const checked = v.safeParse(SyncResponse, content);
    return checked.success ? { ok: true, response: checked.output } : failed({ kind: 'captive' });
  }
  if (type.startsWith('application/problem+json')) {
    const problem = v.safeParse(ProblemShape, content);
    if (problem.success) return failed(toFailure(problem.output, response));
  }
  // A page in place of an answer: from a gateway whose server is down (5xx), or from a network that wants a sign-in.
  return failed({ kind: response.status >= 500 ? 'unreachable' : 'captive' });
}

function toFailure(problem: v.InferOutput<typeof ProblemShape>, response: Response): Failure {
  const retryAfter = Number(response.headers.get('retry-after')) || 30;
  switch (problem.code as ProblemCode) {
    case 'maintenance':
      return { kind: 'maintenance', until: problem.until ?? '', message: problem.message ?? '' };
    case 'new-epoch':
      return { kind: 'new-epoch', epoch: problem.epoch ?? '', spread: problem.spread ?? 0 };
    case 'busy':
    case 'too-many-requests':
      return { kind: 'busy', retryAfter };
    case 'signed-out':
    case 'other-person':
    case 'outdated':
    case 'too-large':
    case 'device-forked':
      return { kind: problem.code as 'signed-out' };
    case 'sequence-gap':
      // The server does not know what came before: a new device id makes a history of its own, ids prevent doubles.
      return { kind: 'device-forked' };
    default:
      return { kind: 'failed' };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
