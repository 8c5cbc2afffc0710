import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANSWER_MARK } from '#shared/sync/our-answer.ts';
import { startTestServer, type TestServer } from './testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the API document', () => {
  it('describes every route, and the wire of the sync with it', async () => {
    const { paths } = (await server.app.inject('/api/openapi.json')).json();
    expect(Object.keys(paths).sort()).toEqual([
      ...['/api/accounts', '/api/accounts/codes', '/api/activation'],
      ...[
        '/api/admin/maintenance',
        '/api/admin/sync-health',
        '/api/documents/{code}',
        '/api/events',
        '/api/explanations',
        '/api/explanations/waiting',
        '/api/files/{sha256}',
        '/api/health/live',
        '/api/health/ready',
      ],
      ...[
        '/api/import',
        '/api/leave',
        '/api/net-pay/{month}',
        '/api/office',
        '/api/password',
        '/api/pay-entries',
        '/api/payees/{month}',
        '/api/payroll/preview',
        '/api/payroll/{month}',
        '/api/payroll/{month}/draw',
      ],
      ...[
        '/api/payroll/{month}/{employeeId}',
        '/api/self-typed',
        '/api/session',
        '/api/sessions/{employeeId}',
        '/api/sessions/{employeeId}/{key}',
        '/api/set-up',
        '/api/set-up/link',
        '/api/shifts/{from}/{until}',
        '/api/status',
        '/api/sync',
        '/api/uploads',
        '/api/uploads/{id}',
        '/api/watch/{month}',
      ],
    ]);
    const { post } = paths['/api/sync'];
    const request = post.requestBody.content['application/json'].schema;
    expect(Object.keys(request.properties)).toEqual([
      'protocol',
      'app',
      'actor',
      'device',
      'mutations',
      'continues',
      'known',
      'epoch',
      'settled',
      'seal',
      'left',
      'clock',
      'waiting',
      'proof',
    ]);
    const answer = post.responses['200'].content['application/json'].schema;
    expect(Object.keys(answer.properties)).toContain('outcomes');
  });

  it('has a page to read it at', async () => {
    const page = await server.app.inject('/api/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('swagger-ui');
  });
});

describe('every answer', () => {
  it('forbids scripts of others, frames, and a cache on the way', async () => {
    const { headers } = await server.app.inject('/api/health/live');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('no-store, no-transform');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('of a wrong address is a problem in the one form', async () => {
    const answer = await server.app.inject('/api/nothing');
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status: 404, code: 'not-found', type: 'urn:kerjaku:problem:not-found' });
  });

  it('of the API says that it is ours, a refusal and an address that is not there as well', async () => {
    const marks = ['/api/health/live', '/api/status', '/api/session', '/api/files/x', '/api/nothing'].map(
      async (url) => (await server.app.inject(url)).headers[ANSWER_MARK],
    );
    expect(await Promise.all(marks)).toEqual(['1', '1', '1', '1', '1']);
    const upload = await server.app.inject({ method: 'POST', url: '/api/uploads' });
    expect(upload.headers[ANSWER_MARK]).toBe('1');
  });

  it('is kept from caches and foreign sites by what it is, not by how its address is written', async () => {
    const headers = { origin: 'https://jahat.example', host: 'localhost' };
    for (const url of [
      '/api/sync',
      '/%61pi/sync',
      '/ap%69/session',
      '/api/../api/sync',
      '//api/sync',
      '/API/sync',
      '/x',
    ]) {
      const answer = await server.app.inject({ method: 'POST', url, headers, payload: {} });
      expect(answer.statusCode, url).toBe(403);
      expect(answer.headers['cache-control'], url).toBe('no-store, no-transform');
    }
    for (const url of ['/%61pi/health/live', '/%61pi/status', '/api/nothing', '/%61pi/nothing']) {
      expect((await server.app.inject(url)).headers['cache-control'], url).toBe('no-store, no-transform');
    }
  });

  it('says that the database answers', async () => {
    expect((await server.app.inject('/api/health/ready')).json()).toEqual({ status: 'ok' });
  });
});

describe('the app that is served beside the API', () => {
  let client: TestServer;
  let clientDir: string;
  beforeAll(async () => {
    clientDir = await mkdtemp(join(tmpdir(), 'kerjaku-client-'));
    await mkdir(join(clientDir, 'assets'));
    await writeFile(join(clientDir, 'index.html'), '<title>Kerjaku</title>');
    await writeFile(join(clientDir, 'assets/a.js'), '1');
    client = await startTestServer(undefined, { settings: { clientDir } });
  });
  afterAll(async () => {
    await client.close();
    await rm(clientDir, { recursive: true, force: true });
  });

  it('may be kept as far as it says so, and no address of the API is ever taken for a screen', async () => {
    const ask = (url: string) => client.app.inject(url);
    expect((await ask('/kegiatan/2026-11')).body).toContain('Kerjaku');
    expect((await ask('/kegiatan/2026-11')).headers['cache-control']).toBe('no-cache');
    expect((await ask('/assets/a.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const url of [
      '/api/nothing',
      '/%61pi/nothing',
      '//api/nothing',
      '/API/x',
      '/api',
      '/assets/none.js',
      '/%E0%A4%A',
    ]) {
      const answer = await ask(url);
      expect(answer.body, url).not.toContain('Kerjaku');
      expect(answer.statusCode, url).toBeGreaterThanOrEqual(400);
    }
  });
});
