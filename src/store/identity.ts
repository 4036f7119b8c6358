/** What only the store may ask the machine for: chance and the clock. */

/** A new id, 128 bits of chance in hex. (`crypto.randomUUID` is missing where an intranet serves the app over plain http.) */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Now, in UTC. */
export const now = (): string => new Date().toISOString();
