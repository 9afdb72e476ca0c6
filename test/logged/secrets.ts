import { createHash } from 'node:crypto';
import { type ApiAnswer, type ApiRequest, type Call, textOf } from '../../local/api/call.ts';
import { record } from './run-records.ts';

/** Long enough that no log holds it by chance, and what secrets are written in. */
const WORD = /[A-Za-z0-9_-]{20,}/g;

/** What the form's page says when it has made a receipt: the end of the private link. */
const RECEIPT_OF_LINK = /#([A-Za-z0-9_-]{22,86})"/g;
const MADE_RECEIPT_LENGTH = 22;
const RESPONSE_ID_LENGTH = 32;

/** What no log may hold. */
export type Secrets = {
  readonly words: ReadonlySet<string>;
  /** Ids of responses: whatever hashes to one is a receipt, whoever made it. */
  readonly responseIds?: ReadonlySet<string>;
};

const own = new Set<string>();

/** The secrets that this process has come to know. */
export const ownSecrets: Secrets = { words: own };

/** Remembers something that no log may ever hold, here and for the end of the run. */
export const rememberSecret = (text: string): void => {
  const words = [...text.matchAll(WORD)].map(([word]) => word).filter((word) => !own.has(word));
  for (const word of words) own.add(word);
  record('secrets', words);
};

/** Whom a token names; whatever is no token names nobody. */
const rememberUserOf = (token: string): void => {
  try {
    const [, payload = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    for (const name of ['sub', 'username', 'cognito:username']) {
      rememberSecret(String(claims[name]));
    }
  } catch {}
};

/** Remembers what a request holds of that kind: receipt, response id, token, and its user. */
export const rememberSecretsOf = ({ path, headers = {}, body }: ApiRequest): void => {
  for (const [name, value] of Object.entries(headers)) {
    if (/^(?:receipt|authorization)$/i.test(name)) rememberSecret(value);
    if (/^authorization$/i.test(name)) rememberUserOf(value);
  }
  const [, id] = /\/responses\/([^/?]+)$/.exec(path) ?? [];
  if (id) rememberSecret(id);
  if (typeof body === 'string' && path.startsWith('/p/')) {
    rememberSecret(new URLSearchParams(body).get('_receipt') ?? '');
  }
};

const rememberReceiptsIn = ({ method, path }: ApiRequest, answer: ApiAnswer): void => {
  if (method !== 'POST' || !path.startsWith('/p/')) return;
  for (const [, receipt = ''] of textOf(answer).matchAll(RECEIPT_OF_LINK)) rememberSecret(receipt);
};

/** Calls as `call` does, and remembers what is secret of it, the receipts that the form makes, too. */
export const remembering =
  (call: Call): Call =>
  async (request) => {
    rememberSecretsOf(request);
    const answer = await call(request);
    rememberReceiptsIn(request, answer);
    return answer;
  };

const idOf = (receipt: string): string =>
  createHash('sha256').update(receipt).digest('hex').slice(0, RESPONSE_ID_LENGTH);

const partsOf = (word: string, length: number): readonly string[] =>
  Array.from({ length: Math.max(0, word.length - length + 1) }, (_, start) =>
    word.slice(start, start + length),
  );

/** Gives the secrets that a text holds, also where they are a part of a longer word. */
export const secretFinder = ({ words, responseIds = new Set() }: Secrets) => {
  const lengths = new Set([...words].map(({ length }) => length));
  const known = new Map<string, readonly string[]>();
  const look = (word: string): readonly string[] => [
    ...[...lengths].flatMap((length) => partsOf(word, length)).filter((part) => words.has(part)),
    ...(responseIds.size === 0
      ? []
      : [word, ...partsOf(word, MADE_RECEIPT_LENGTH)].filter((part) =>
          responseIds.has(idOf(part)),
        )),
  ];
  return (text: string): readonly string[] =>
    [...text.matchAll(WORD)].flatMap(([word]) => {
      const found = known.get(word) ?? look(word);
      known.set(word, found);
      return found;
    });
};
