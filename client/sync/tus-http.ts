// How tus-js-client asks: by fetch, which the service worker has, too. Its own way is XMLHttpRequest, which does not exist
// there. The fetch brings only answers of our server (our-answers.ts): tus itself would take a status for its word.

import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';

/** A chunk on a 2G link takes long; a dead link must not hold the queue for ever. */
const TIMEOUT_MS = 120_000;

export const fetchStack = (fetch: typeof globalThis.fetch): HttpStack => ({
  createRequest: (method, url) => new FetchRequest(fetch, method, url),
  getName: () => 'fetch',
});

class FetchRequest implements HttpRequest {
  #fetch: typeof globalThis.fetch;
  #method: string;
  #url: string;
  #headers: Record<string, string> = {};
  #abort = new AbortController();

  constructor(fetch: typeof globalThis.fetch, method: string, url: string) {
    this.#fetch = fetch;
    this.#method = method;
    this.#url = url;
  }

  getMethod = () => this.#method;
  getURL = () => this.#url;
  getHeader = (name: string) => this.#headers[name];
  // Fetch does not tell how far a request is; chunks do.
  setProgressHandler = () => undefined;
  getUnderlyingObject = () => undefined;

  setHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  async abort(): Promise<void> {
    this.#abort.abort();
  }

  async send(body?: BodyInit | null): Promise<HttpResponse> {
    const late = setTimeout(() => this.#abort.abort(), TIMEOUT_MS);
    try {
      const response = await this.#fetch(this.#url, {
        ...{ method: this.#method, headers: this.#headers, body: body ?? null },
        signal: this.#abort.signal,
      });
      const text = await response.text();
      return {
        getStatus: () => response.status,
        getHeader: (name) => response.headers.get(name) ?? undefined,
        getBody: () => text,
        getUnderlyingObject: () => response,
      };
    } finally {
      clearTimeout(late);
    }
  }
}
