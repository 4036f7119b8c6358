/** What a browser asks of the network, whoever in it asks: a proxy that writes everything down and reaches one server alone. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorder {
  readonly address: string;
  /** Method and address of each request, in order; `CONNECT host:port` for what would be encrypted or is no HTTP. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** @param only origin of the server that may be reached */
export async function record(only: string): Promise<Recorder> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = '', url = '' } = incoming;
    asked.push(`${method} ${url}`);
    if (!url.startsWith(only)) return outgoing.writeHead(502).end();
    return incoming.pipe(
      request(url, { method, headers: incoming.headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      }).on('error', () => outgoing.destroy()),
    );
  });
  server.on('connect', ({ url }, socket) => {
    asked.push(`CONNECT ${url}`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 no\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
