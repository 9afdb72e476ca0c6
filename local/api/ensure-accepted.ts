import { type ApiAnswer, type ApiRequest, type Call, textOf } from './call.ts';

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** Sends a request that must succeed; a refusal is an error that tells what the API said. */
export const ensureAccepted = async (call: Call, request: ApiRequest): Promise<ApiAnswer> => {
  const answer = await call(request);
  if (answer.status < 300) return answer;
  throw new RefusedError(
    `${request.method} ${request.path} was answered ${answer.status}: ${textOf(answer)}`,
  );
};

/** The same calls, each with a token. */
export const withToken =
  (call: Call, token: string): Call =>
  (request) =>
    call({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
