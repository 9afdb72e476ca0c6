import { element } from './elements.ts';

const RECEIPT_BYTES = 16;
const RECEIPT_CHARACTERS = 22;
const ID_BYTES = 16;

/** A new receipt: 128 random bits in base64url. */
export const newReceipt = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(RECEIPT_BYTES))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .slice(0, RECEIPT_CHARACTERS);

/** A receipt's response id: the first 128 bits of its SHA-256, in hexadecimal. */
export const responseIdOf = async (receipt: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(receipt));
  return [...new Uint8Array(digest, 0, ID_BYTES)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
};

/** The receipt in a private link's fragment; an odd fragment is one that was cut short. */
export const fragmentOf = (
  hash: string,
): { readonly receipt?: string; readonly isOdd: boolean } => {
  const fragment = hash.slice(1);
  if (/^[\w-]{22,86}$/.test(fragment)) return { receipt: fragment, isOdd: false };
  return { isOdd: fragment !== '' && !element(fragment) };
};
