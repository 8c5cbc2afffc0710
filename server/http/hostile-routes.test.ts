// Whatever somebody sends to whatever route, in whoever's session: an answer with a reason, never a failure of the server.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing/server.ts';

const PEOPLE = {
  nobody: null,
  employee: '198812042014021003',
  superior: '197808152003121012',
  treasurer: '198704042010012015',
  administrator: '198505052010011099',
};

let server: TestServer;
const cookies = new Map<string, string>();
beforeAll(async () => {
  server = await startTestServer();
  for (const [who, nip] of Object.entries(PEOPLE)) cookies.set(who, nip ? await server.signIn(nip) : '');
});
afterAll(() => server.close());

/** As they stand in an address. */
const PARTS = [
  ...[
    'x',
    '0',
    '-1',
    '%00',
    '%ED%A0%80',
    '%F0%9F%92%A9',
    '..%2F..%2Fetc%2Fpasswd',
    "'%20or%201=1--",
    '%25',
    '__proto__',
  ],
  ...['2026-13', '0000-00', '9999-12', '2026-10', 'A'.repeat(16), 'f'.repeat(64), 'x'.repeat(3000)],
];

const deep = JSON.parse('['.repeat(500) + ']'.repeat(500));
const BODIES: unknown[] = [
  ...[null, [], 'x', 7, true, {}, deep, { __proto__: null, constructor: { prototype: {} } }],
  { id: '\0', nip: '\0', password: '\0', month: '\ud800', until: '\0', message: '\0', startsAt: null, digits: [] },
  { id: 1e308, nip: {}, password: [], until: 1, message: {}, startsAt: {}, digits: 1, mutations: {}, person: [] },
  { mutations: [null], person: '\0' },
  { mutations: [{}], person: 'penguji-1' },
  { mutations: [{ id: 'x', name: '\0', v: -1, args: null, at: '\0' }], person: 'penguji-1' },
  { mutations: [{ id: '00000000-0000-7000-8000-000000000000', name: 'pay-entry.add', v: 1, args: null, at: '' }] },
  { until: '2199-12-31T00:00:00.000Z', message: '\ud800' },
  { month: '0000-01', kind: 'allowance', policy: null, holiday: null },
  { nip: '9'.repeat(18), password: 'x'.repeat(200), key: 'A'.repeat(122) },
  { nip: '198812042014021003', password: '\ud800\0' },
];

const HEADERS: Record<string, string>[] = [
  {},
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/offset+octet-stream', 'tus-resumable': '1.0.0', 'upload-offset': '-1' },
  { 'tus-resumable': '1.0.0', 'upload-length': '1e9', 'upload-metadata': 'sha256 !!!,,' },
  { 'tus-resumable': '1.0.0', 'upload-length': '-5', 'upload-metadata': `sha256 ${btoa('f'.repeat(64))}` },
  { 'tus-resumable': '1.0.0', 'upload-defer-length': '1', 'upload-metadata': `sha256 ${btoa('f'.repeat(64))}` },
  { 'content-encoding': 'br' },
  { 'x-http-method-override': 'DELETE', 'x-forwarded-for': '\u00ff, 1.2.3.4, ::%', 'accept-encoding': 'zstd;q=nan' },
  { range: 'bytes=99999-1', 'if-modified-since': 'x', 'if-none-match': '"' },
];

function routes(): { method: string; address: string }[] {
  const { paths = {} } = server.app.swagger() as { paths?: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([address, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), address })),
  );
}

/** What is sent to a route, in every form of its address. */
function* attacksOn({ method, address }: { method: string; address: string }) {
  const addresses = address.includes('{')
    ? PARTS.map((part) => address.replaceAll(/\{\w+\}/g, part))
    : [address, `${address}?x=%00&x=%ED%A0%80`];
  const bodies = method === 'POST' || method === 'PATCH' ? BODIES : [undefined];
  for (const url of addresses) {
    for (const [index, body] of bodies.entries()) {
      const headers = { 'content-type': 'application/json', ...HEADERS[index % HEADERS.length] };
      yield { method: method as 'GET', url, headers, ...(body !== undefined && { payload: JSON.stringify(body) }) };
    }
  }
}

it('every route answers what is hostile, whoever sends it', async () => {
  const failures: string[] = [];
  const answers = new Map<number, number>();
  for (const route of routes()) {
    // A stream never ends, and who is signed out attacks nothing.
    if (route.address === '/api/events' || (route.method === 'DELETE' && route.address === '/api/session')) continue;
    for (const [who, cookie] of cookies) {
      for (const attack of attacksOn(route)) {
        const { statusCode, body } = await server.app.inject({ ...attack, headers: { ...attack.headers, cookie } });
        answers.set(statusCode, (answers.get(statusCode) ?? 0) + 1);
        const broken = statusCode >= 500 || /node_modules|\.ts:/.test(body);
        if (broken)
          failures.push(`${who}: ${JSON.stringify(attack).slice(0, 400)} -> ${statusCode} ${body.slice(0, 200)}`);
      }
    }
    const headers = { cookie: cookies.get('administrator') ?? '' };
    await server.app.inject({ method: 'DELETE', url: '/api/admin/maintenance', headers });
  }
  expect(failures.slice(0, 20).join('\n')).toBe('');
  // Limits on requests must not answer in place of the routes.
  expect(answers.get(400)).toBeGreaterThan(2000);
}, 300_000);
