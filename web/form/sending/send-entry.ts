/** What is to be sent for one receipt: its newest answers, or that they are taken back. */
export type Entry = {
  readonly method: 'PUT' | 'DELETE';
  readonly url: string;
  readonly receipt: string;
  /** The answers with their revision, as JSON; a withdrawal has none. */
  readonly body?: string;
  readonly invitation?: string;
};

/** What became of it. Only `sent` and `refused` are final; the others are tried again. */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'busy'; readonly afterSeconds: number }
  | { readonly kind: 'offline' };

const TOO_MANY_REQUESTS = 429;
const SERVER_ERROR = 500;

/** A member of an answer in JSON; throws where it is none, as where there was no answer at all. */
const memberOf = async (answer: Response, name: string): Promise<unknown> =>
  ((await answer.json()) as Record<string, unknown>)[name];

/**
 * Whether it was our service that accepted it. The sign-in page of a wireless network answers
 * 200 to anything, and that must not count as sent.
 */
const isAccepted = async (answer: Response, { method, body = '{}' }: Entry): Promise<boolean> => {
  if (method === 'DELETE') return answer.status === 204;
  return answer.ok && (await memberOf(answer, 'revision')) === JSON.parse(body).revision;
};

const outcomeOf = async (answer: Response, entry: Entry): Promise<Outcome> => {
  const { status } = answer;
  if (answer.ok) return { kind: (await isAccepted(answer, entry)) ? 'sent' : 'offline' };
  if (status >= SERVER_ERROR || status === TOO_MANY_REQUESTS) {
    return { kind: 'busy', afterSeconds: Number(answer.headers.get('retry-after')) || 0 };
  }
  const code = await memberOf(answer, 'code');
  return typeof code === 'string' ? { kind: 'refused', code } : { kind: 'offline' };
};

/** Sends an entry once. The receipt goes into a header, never into an address. */
export const sendEntry = async (entry: Entry): Promise<Outcome> => {
  const { method, url, receipt, body, invitation } = entry;
  try {
    const answer = await fetch(url, {
      method,
      headers: {
        receipt,
        'content-type': 'application/json',
        ...(invitation && { invitation }),
      },
      credentials: 'omit',
      redirect: 'error',
      body: body ?? null,
    });
    return await outcomeOf(answer, entry);
  } catch {
    return { kind: 'offline' };
  }
};
