import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort, requireFreePort } from '../../local/ports.ts';

test('a taken port is told, with the option that chooses another', async () => {
  const port = await findFreePort();
  const taker = createServer().listen(port, '127.0.0.1');
  await once(taker, 'listening');
  await expect(requireFreePort(port, '--port')).rejects.toThrow(
    `Port ${port} is taken by another program. Stop that one, or choose another port: --port ${port + 1}`,
  );
  taker.close();
});

test('a free port is none to complain about', async () => {
  await requireFreePort(await findFreePort(), '--port');
});
