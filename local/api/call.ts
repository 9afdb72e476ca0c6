/** One request to the API: `path` begins with `/v1` or `/p`. */
export type ApiRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
};

/** What came back; header names are in lower case. */
export type ApiAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** Sends one request and gives the answer, whatever its status. */
export type Call = (request: ApiRequest) => Promise<ApiAnswer>;

const PATIENCE_MS = 30_000;

/** Calls the API at `baseUrl` over HTTP. */
export const callOverHttp =
  (baseUrl: string, signal?: AbortSignal): Call =>
  async ({ method, path, headers = {}, body }) => {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
      ...(body !== undefined && { body }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  };

/** An answer's body as text. */
export const textOf = (answer: ApiAnswer): string => new TextDecoder().decode(answer.body);

/** An answer's body, parsed as JSON. */
export const jsonOf = (answer: ApiAnswer): unknown => JSON.parse(textOf(answer));
