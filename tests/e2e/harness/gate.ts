import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

const paths = { push: '/api/v1/sync/push', deposits: '/api/v1/deposits' } as const;

type WayOut = keyof typeof paths;

/** Is a way to a server on which some requests can be cut off, for one phone and not for the others. */
export interface Gate {
  readonly origin: string;
  /** Cuts off these ways by which work leaves a phone from now on, and opens the others. Sealed to the server, as a deposit, it would go by itself whenever the phone is locked. */
  readonly shut: (...ways: readonly WayOut[]) => void;
  readonly remove: () => Promise<void>;
}

/** Opens a gate before a server. The browser is told nothing of it: what is cut off is a connection that breaks. */
export const openGate = async (origin: string): Promise<Gate> => {
  let shutPaths: readonly string[] = [];
  const gate = createServer((asked, answered) => {
    if (shutPaths.some((path) => asked.url === path)) {
      asked.socket.destroy();
      return;
    }
    const { method, headers } = asked;
    const passed = request(new URL(asked.url ?? '/', origin), { method, headers }, (answer) => {
      answered.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(answered);
    });
    passed.on('error', () => asked.socket.destroy());
    answered.on('close', () => passed.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => {
    gate.listen(0, '127.0.0.1', resolve);
  });
  const { port } = gate.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    shut: (...ways) => {
      shutPaths = ways.map((way) => paths[way]);
    },
    remove: async () => {
      gate.closeAllConnections();
      await new Promise((resolve) => {
        gate.close(resolve);
      });
    },
  };
};
