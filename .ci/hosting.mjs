// @ts-check
/**
 * Configuration for the servers that a port is likely to have, made of the one policy in `security.mjs`: what our own server sends,
 * they send. A release carries these files.
 */
import { SECURITY_HEADERS } from './security.mjs';

const HEADERS = Object.entries(SECURITY_HEADERS);
/**
 * Built files carry a hash of their content in the name; the rest is asked for again each time, and so is a file that is not there: it may only not
 * have been copied yet.
 */
const KEPT = 'public, max-age=31536000, immutable';
const ASKED = 'no-cache';
/** What not every server knows by itself. */
const TYPES = [
  ['webmanifest', 'application/manifest+json'],
  ['woff', 'font/woff'],
  ['woff2', 'font/woff2'],
  ['ttf', 'font/ttf'],
];

/** @type {(mark: string) => string} */
const head = (mark) =>
  `${mark} Soundings: the headers that the app is meant to be served with. They must all be sent with every file.\n${mark} Made by "npm run release"; do not change the policy by hand.\n`;
/** @type {(indent: string, line: (name: string, value: string) => string) => string} */
const lines = (indent, line) => HEADERS.map(([name, value]) => `${indent}${line(name, value)}\n`).join('');

const nginx = () => `${head('#')}
server {
    listen 8080;
    root /srv/soundings/app;
    index index.html;
    include mime.types;
    types { ${TYPES.map(([end, type]) => `${type} ${end};`).join(' ')} }
    charset utf-8;
    location / {
${lines('        ', (name, value) => `add_header ${name} "${value}" always;`)}        add_header cache-control "${ASKED}" always;
    }
    # A location that adds a header inherits none, so all of them stand here again.
    location /assets/ {
${lines('        ', (name, value) => `add_header ${name} "${value}" always;`)}        add_header cache-control "${KEPT}";
    }
}
`;

const apache =
  () => `${head('#')}# Works as .htaccess in the app's folder (AllowOverride FileInfo) or inside <Directory>; needs mod_headers.
${TYPES.map(([end, type]) => `AddType ${type} .${end}\n`).join('')}AddDefaultCharset utf-8
${lines('', (name, value) => `Header always set ${name} "${value}"`)}<If "%{REQUEST_URI} =~ m#/assets/#">
    Header set cache-control "${KEPT}" "expr=%{REQUEST_STATUS} -lt 400"
</If>
<Else>
    Header always set cache-control "${ASKED}"
</Else>
`;

const caddy = () => `${head('#')}
:8080 {
    root * /srv/soundings/app
    file_server
    header {
${lines('        ', (name, value) => `${name} "${value}"`)}    }
    # Each path by one line alone: of two that fit, the more general one would be written last.
    @kept {
        path /assets/*
        file
    }
    @asked not path /assets/*
    header @asked cache-control "${ASKED}"
    header @kept cache-control "${KEPT}"
${TYPES.map(([end, type]) => `    @${end} path *.${end}\n    header @${end} content-type ${type}\n`).join('')}}
`;

/**
 * What a static host answers where there is no such file. Without it some of them answer with the app's page, which a browser would then take for
 * a part of the app.
 */
export const NOT_FOUND =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title><p>There is no such file here.</p></html>\n';

/** As static hosts read it (`_headers` beside index.html). They ask for every file again by themselves, so nothing is said of keeping. */
const host = () => `${head('#')}/*
${lines('  ', (name, value) => `${name}: ${value}`)}`;

/** @returns {Readonly<Record<string, string>>} name of each file, as it stands in the folder `hosting`, and what is in it */
export function hostingFiles() {
  return { 'nginx.conf': nginx(), 'apache.htaccess': apache(), Caddyfile: caddy(), _headers: host() };
}
