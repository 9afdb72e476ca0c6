import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { LogEvent } from '../../local/emulator/save-function-logs.ts';

type Asked = {
  readonly logGroupName: string;
  readonly startTime?: number;
  readonly limit?: number;
};

const MOST_EVENTS = 10_000;

/** What of an emulator the end of a run asks: logs of functions, and the ids of responses. */
export const aFakeEmulator = async (held: {
  readonly logs: Readonly<Record<string, readonly LogEvent[]>>;
  readonly responseIds?: readonly string[];
  readonly isIll?: boolean;
}) => {
  const eventsOf = ({ logGroupName, startTime = 0, limit = MOST_EVENTS }: Asked) =>
    held.logs[logGroupName]
      ?.filter(({ timestamp }) => timestamp >= startTime)
      .slice(0, Math.min(limit, MOST_EVENTS));
  const server = createServer(async (incoming, outgoing) => {
    const answer = (status: number, body: object) =>
      outgoing
        .writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
        .end(JSON.stringify(body));
    const body = await json(incoming);
    if (String(incoming.headers['x-amz-target']).endsWith('.Scan')) {
      const Items = (held.responseIds ?? []).map((id) => ({ sk: { S: id } }));
      return void answer(200, { Items, Count: Items.length });
    }
    if (held.isIll) return void answer(500, { message: 'ill' });
    const events = eventsOf(body as Asked);
    if (events) answer(200, { events });
    else answer(400, { __type: 'ResourceNotFoundException' });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
};
