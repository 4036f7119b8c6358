/** Keys and key files made by OpenSSL, as a certificate authority or an IT department would give them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Kind = 'rsa:1024' | 'rsa:2048' | 'rsa:3072' | 'P-256' | 'P-384' | 'P-521' | 'secp256k1' | 'ed25519';

const GENERATE: Readonly<Record<Kind, readonly string[]>> = {
  'rsa:1024': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'],
  'rsa:2048': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'rsa:3072': ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:3072'],
  'P-256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'P-384': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  'P-521': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
  secp256k1: ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:secp256k1'],
  ed25519: ['-algorithm', 'ED25519'],
};

/** A folder with keys (`NAME.key`) and certificates (`NAME.crt`), and what OpenSSL makes of them. */
export class Keys {
  #made: string | undefined;

  get #folder(): string {
    this.#made ??= mkdtempSync(join(tmpdir(), 'soundings-keys-'));
    return this.#made;
  }

  remove(): void {
    if (this.#made !== undefined) rmSync(this.#made, { recursive: true });
  }

  openssl(...words: readonly string[]): Buffer {
    return execFileSync('openssl', [...words], { cwd: this.#folder, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** A key with a certificate that its issuer signed, or itself where none is named. Good from the day it is made. */
  make(
    name: string,
    kind: Kind,
    { issuer, days = 3650, extensions = [] }: { issuer?: string; days?: number; extensions?: readonly string[] } = {},
  ): void {
    this.openssl('genpkey', ...GENERATE[kind], '-out', `${name}.key`);
    const by = issuer === undefined ? [] : ['-CA', `${issuer}.crt`, '-CAkey', `${issuer}.key`];
    const more = extensions.flatMap((one) => ['-addext', one]);
    this.openssl(
      'req',
      '-x509',
      '-new',
      '-key',
      `${name}.key`,
      ...by,
      '-subj',
      `/O=Port of Nowhere/CN=${name}`,
      '-days',
      String(days),
      '-out',
      `${name}.crt`,
      ...more,
    );
  }

  /** Key and certificate in a file (PKCS#12); further arguments go to OpenSSL. */
  file(name: string, password: string, ...more: readonly string[]): Uint8Array {
    const key = more.includes('-nokeys') ? [] : ['-inkey', `${name}.key`];
    return this.openssl(
      'pkcs12',
      '-export',
      ...key,
      '-in',
      more.includes('-nocerts') ? `${name}.key` : `${name}.crt`,
      '-passout',
      `pass:${password}`,
      ...more,
    );
  }

  /** SHA-256 of a certificate, as OpenSSL prints it. */
  fingerprint(name: string): string {
    const printed = this.openssl('x509', '-in', `${name}.crt`, '-noout', '-fingerprint', '-sha256').toString();
    return (printed.split('=')[1] ?? '').trim().replaceAll(':', '').toLowerCase();
  }

  /** @returns the name it was given */
  write(file: string, bytes: Uint8Array): string {
    writeFileSync(join(this.#folder, file), bytes);
    return file;
  }

  read(file: string): Uint8Array {
    return readFileSync(join(this.#folder, file));
  }
}
