import type { ApiRequest } from '../../local/api/call.ts';

const secrets = new Set<string>();

/** Long enough that no log holds it by chance, and what secrets are written in. */
const WORD = /[A-Za-z0-9_-]{20,}/g;

/** Remembers something that no log may ever hold. */
export const rememberSecret = (text: string): void => {
  for (const [word] of text.matchAll(WORD)) secrets.add(word);
};

/** Remembers what a request holds of that kind: the receipt, the response id and the token. */
export const rememberSecretsOf = ({ path, headers = {} }: ApiRequest): void => {
  for (const [name, value] of Object.entries(headers)) {
    if (/^(?:receipt|authorization)$/i.test(name)) rememberSecret(value);
  }
  const [, id] = /\/responses\/([^/?]+)$/.exec(path) ?? [];
  if (id) rememberSecret(id);
};

/** The secrets that a text holds. */
export const secretsIn = (text: string): readonly string[] =>
  [...text.matchAll(WORD)].flatMap(([word]) => (secrets.has(word) ? [word] : []));
