import { createServer } from 'node:net';

export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
}

const LOOPBACK = '127.0.0.1';

/** Throws unless `port` is free; `flag` names the option that would choose another. */
export const requireFreePort = async (port: number, flag: string): Promise<void> => {
  try {
    await listenOnce(port);
  } catch (cause) {
    throw new PortTakenError(
      `Port ${port} is taken by another program. Stop that one, or choose another port: ${flag} ${port + 1}`,
      { cause },
    );
  }
};

/** A port that was free a moment ago. */
export const findFreePort = (): Promise<number> => listenOnce(0);

const listenOnce = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(found));
    });
  });
