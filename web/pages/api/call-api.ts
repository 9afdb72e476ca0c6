import type { Problem } from '../../../schemas/problem.ts';

/** Why a call was not done. */
export type CallRefusal = {
  /** The answer's status; 0 where none came. */
  readonly status: number;
  /** What the API says of it; null where the gateway or nobody answered. */
  readonly problem: Problem | null;
};

/** What a call gave, or why it was not done. */
export type Called<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: CallRefusal };

/** What is sent: JSON, or a text of another type. */
export type Sent =
  | { readonly json: unknown }
  | { readonly text: string; readonly mediaType: string };

/** Calls the API of the page's own origin as whoever is signed in; answers whatever happens. */
export type CallApi = <Value>(
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  sent?: Sent,
) => Promise<Called<Value>>;

const NO_ANSWER: CallRefusal = { status: 0, problem: null };

/** @param token the access token of whoever is signed in */
export const callApiAs =
  (token: string): CallApi =>
  async <Value>(method: string, path: string, sent?: Sent): Promise<Called<Value>> => {
    try {
      const response = await fetch(path, {
        method,
        credentials: 'omit',
        headers: { authorization: `Bearer ${token}`, ...typeOf(sent) },
        ...(sent && { body: 'json' in sent ? JSON.stringify(sent.json) : sent.text }),
      });
      const text = await response.text();
      if (!response.ok) return { kind: 'refused', refusal: refusalOf(response, text) };
      return { kind: 'done', value: (text === '' ? null : JSON.parse(text)) as Value };
    } catch {
      return { kind: 'refused', refusal: NO_ANSWER };
    }
  };

const typeOf = (sent?: Sent): Record<string, string> => {
  if (!sent) return {};
  return { 'content-type': 'json' in sent ? 'application/json' : sent.mediaType };
};

const refusalOf = ({ status, headers }: Response, text: string): CallRefusal => {
  const isProblem = headers.get('content-type')?.includes('problem+json') ?? false;
  return { status, problem: isProblem ? (JSON.parse(text) as Problem) : null };
};
