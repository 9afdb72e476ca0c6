import type { Call } from '../../../local/api/call.ts';

const WITHOUT_BODY: readonly number[] = [204, 304];

/** `fetch` over a call of the API, wherever that is; the host of the address is of no interest. */
export const fetchOver =
  (call: Call): typeof fetch =>
  async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const body = await request.text();
    const answer = await call({
      method: request.method,
      path: `${pathname}${search}`,
      headers: Object.fromEntries(request.headers),
      ...(body !== '' && { body }),
    });
    return new Response(
      WITHOUT_BODY.includes(answer.status) ? null : Uint8Array.from(answer.body),
      { status: answer.status, headers: { ...answer.headers } },
    );
  };
