/** What a function answers over HTTP. */
export type HttpReply = {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the body is bytes in base64, for the gateway to decode. */
  readonly isBase64Encoded?: boolean;
};

/** An answer whose body is JSON. */
export const jsonReply = (
  statusCode: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpReply => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

/** An answer without a body. */
export const emptyReply = (statusCode: number): HttpReply => ({ statusCode });
