import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CSP_OF_PAGE, SECURITY_HEADERS } from '../../.ci/security.mjs';
import { serve } from '../../.ci/serve.mjs';

let folder: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'));
  await mkdir(join(folder, 'app', 'assets'), { recursive: true });
  await writeFile(join(folder, 'app', 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'app', 'assets', 'main-1.js'), 'export {};');
  await writeFile(join(folder, 'app', 'font.woff2'), '');
  await writeFile(join(folder, 'secret.txt'), 'not for anyone');
  await symlink(join(folder, 'secret.txt'), join(folder, 'app', 'link.txt'));
  server = await serve(join(folder, 'app'), 0);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Sends the path as it stands; `fetch` would tidy it up. */
function ask(path: string, method = 'GET'): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method }, async (answer) => {
      let body = '';
      for await (const part of answer) body += part;
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
    });
    sent.on('error', reject).end();
  });
}

describe('the server of the built app', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html?x=1', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/main-1.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/font.woff2', 'font/woff2', 'no-cache'],
  ])('%s is a file of type %s, kept: %s', async (path, type, kept) => {
    const { status, headers } = await ask(path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, type, kept]);
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/%00',
    '/%E0%A4%A',
    '/assets',
    '/assets/',
    '/none',
  ])('%s is not there', async (path) => {
    const { status, body } = await ask(path);
    expect([status, body]).toEqual([404, 'There is no such file here.']);
  });

  test('only GET and HEAD are answered', async () => {
    expect((await ask('/', 'POST')).status).toBe(405);
    const head = await ask('/', 'HEAD');
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '15']);
  });

  test.each(['/', '/none', '/assets/main-1.js'])('the security headers come with %s', async (path) => {
    expect((await ask(path)).headers).toMatchObject(SECURITY_HEADERS);
  });

  test('the policy of the page lets nothing reach another origin', () => {
    const directives = CSP_OF_PAGE.split('; ').map((text) => text.split(' '));
    expect(directives.find(([name]) => name === 'default-src')).toEqual(['default-src', "'none'"]);
    const allowed = new Set(directives.filter(([name]) => name?.endsWith('-src')).flatMap(([, ...sources]) => sources));
    expect(allowed).toEqual(new Set(["'none'", "'self'"]));
    expect(SECURITY_HEADERS['content-security-policy']).toBe(`${CSP_OF_PAGE}; frame-ancestors 'none'`);
  });

  test('a port that is taken is an error, not another port', async () => {
    await expect(serve(join(folder, 'app'), server.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
