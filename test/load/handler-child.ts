import type { ApiRequest } from '../../local/api/call.ts';
import { aContext, gatewayTo } from '../functions/gateway.ts';
import { aStreamEvent, aStreamRecord } from '../functions/stream-events.ts';

/** What a parent sends: a request for intake, or a change that the stream would tell of. */
export type Work = { readonly id: number } & (
  | { readonly kind: 'request'; readonly request: ApiRequest }
  | { readonly kind: 'change'; readonly pk: string; readonly sk: string }
);

/** What it gets back; with the body. A change that could not be counted has a status of 500. */
export type Done = { readonly id: number; readonly status: number; readonly body: string };

const ROUTE = '/v1/polls/{poll}/organizations/{organization}/responses/{id}';

const { handler: intake } = await import('../../functions/collect-response/handler.ts');
const { handler: tally } = await import('../../functions/tally-responses/handler.ts');
const call = gatewayTo(
  ['PUT', 'GET', 'DELETE'].map((method) => ({ key: `${method} ${ROUTE}`, invoke: intake })),
);

/** Handles one piece of work after the other, until the parent is gone or kills it. */
process.on('message', async (work: Work) => {
  process.send?.(await done(work));
});
process.on('disconnect', () => process.exit());
process.send?.({ id: 0, status: 0, body: '' } satisfies Done);

async function done(work: Work): Promise<Done> {
  if (work.kind === 'request') {
    const { status, body } = await call(work.request);
    return { id: work.id, status, body: Buffer.from(body).toString('base64') };
  }
  const status = await tally(
    aStreamEvent(aStreamRecord('MODIFY', work, new Date())),
    aContext(),
  ).then(
    () => 200,
    () => 500,
  );
  return { id: work.id, status, body: '' };
}
