/** Web servers that ports have, each started on loopback as the files in `hosting` of a release tell it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, copyFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostingFiles, NOT_FOUND } from '../../../.ci/hosting.mjs';

const HOSTING = hostingFiles();

export interface Site {
  /** Where the app is served, with a slash at the end. */
  readonly address: string;
  /** What the server wrote so far. */
  readonly said: () => string;
  close(): Promise<void>;
}

interface Place {
  /** Empty and the server's own. */
  readonly folder: string;
  readonly app: string;
  readonly port: number;
}

/** By program: lays out what the server needs. @returns the arguments it is started with */
export const SERVERS: Readonly<Record<'nginx' | 'apache2' | 'caddy' | 'wrangler', (place: Place) => Promise<readonly string[]>>> = {
  nginx: async ({ folder, app, port }) => {
    const ours = HOSTING['nginx.conf']?.replace('listen 8080', `listen 127.0.0.1:${port}`).replace('/srv/soundings/app', app) ?? '';
    await writeFile(join(folder, 'soundings.conf'), ours);
    await copyFile('/etc/nginx/mime.types', join(folder, 'mime.types'));
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`).join(' ');
    await writeFile(
      join(folder, 'nginx.conf'),
      `pid ${join(folder, 'pid')}; events {} http { include mime.types; access_log off; ${paths} include soundings.conf; }`,
    );
    return ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'];
  },
  apache2: async ({ folder, app, port }) => {
    await writeFile(join(app, '.htaccess'), HOSTING['apache.htaccess'] ?? '');
    const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'headers'].map(
      (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
    );
    await writeFile(
      join(folder, 'apache.conf'),
      [
        ...modules,
        `Listen 127.0.0.1:${port}`,
        'ServerName localhost',
        `PidFile ${join(folder, 'pid')}`,
        `DefaultRuntimeDir ${folder}`,
        'User www-data',
        'Group www-data',
        `ErrorLog ${join(folder, 'errors')}`,
        'TypesConfig /etc/mime.types',
        `DocumentRoot ${app}`,
        'DirectoryIndex index.html',
        `<Directory ${app}>`,
        'AllowOverride FileInfo',
        'Require all granted',
        '</Directory>',
      ].join('\n'),
    );
    return ['-f', join(folder, 'apache.conf'), '-DFOREGROUND'];
  },
  caddy: async ({ folder, app, port }) => {
    const ours = HOSTING.Caddyfile?.replace(':8080', `http://127.0.0.1:${port}`).replace('/srv/soundings/app', app) ?? '';
    await writeFile(join(folder, 'Caddyfile'), `{\n    admin off\n    auto_https off\n}\n${ours}`);
    return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
  },
  // A static host's own program, with which its users try a site at home.
  wrangler: async ({ app, port }) => {
    await writeFile(join(app, '_headers'), HOSTING._headers ?? '');
    await writeFile(join(app, '404.html'), NOT_FOUND);
    return ['pages', 'dev', app, '--ip', '127.0.0.1', '--port', String(port), '--compatibility-date=2026-01-01'];
  },
};

/** @param built folder of the built app @throws with the server's own words where it does not serve within thirty seconds */
export async function serveWith(program: keyof typeof SERVERS, built: string): Promise<Site> {
  const root = await mkdtemp(join(tmpdir(), 'soundings-site-'));
  // Servers give up the rights of root, and have to get at the files.
  await chmod(root, 0o755);
  const [folder, app] = [join(root, 'server'), join(root, 'app')];
  await mkdir(folder);
  await cp(built, app, { recursive: true });
  await chmod(app, 0o755);
  const port = await freePort();
  const args = await SERVERS[program]({ folder, app, port });
  let said = '';
  const server = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, CI: '1', WRANGLER_SEND_METRICS: 'false' },
  });
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (text) => {
      said += text;
    });
  }
  const address = `http://127.0.0.1:${port}/`;
  const close = async () => {
    await end(server);
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await answering(address, server);
  } catch (error) {
    await close();
    throw new Error(`${program} does not serve: ${said}`, { cause: error });
  }
  return { address, said: () => said, close };
}

/** @returns one that nobody listens at just now */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => resolve(typeof at === 'object' && at ? at.port : 0));
    });
  });
}

async function answering(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await fetch(address);
      return;
    } catch (error) {
      if (tries === 300 || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
}
