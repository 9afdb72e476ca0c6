import type { CallApi, Called, CallRefusal } from '../../api/call-api.ts';

/**
 * What is expected of `POST /v1/polls/{poll}/imports`: it takes `{ "organization": "rco-a" }` and
 * answers with a link that takes one CSV file by PUT, without a token.
 */
type OpenedImport = { readonly import: string; readonly upload: { readonly url: string } };

/** A row that does not count: where it is, and what was expected there. Never what it says. */
export type RejectedRow = {
  readonly line: number;
  readonly column?: string;
  readonly expected: string;
};

/** What is expected of `GET /v1/polls/{poll}/imports/{import}`. */
export type ImportProgress =
  | { readonly state: 'waiting' }
  | { readonly state: 'counting'; readonly accepted: number; readonly rejected: number }
  | {
      readonly state: 'done';
      readonly accepted: number;
      readonly rejected: number;
      readonly rejectedRows: readonly RejectedRow[];
    }
  | { readonly state: 'failed'; readonly expected: string };

/** What came of handing in a file. */
export type HandedIn =
  | { readonly kind: 'uploaded'; readonly id: string }
  | { readonly kind: 'notHere' | 'notNow' | 'notUploaded' }
  | { readonly kind: 'refused'; readonly refusal: CallRefusal };

const NOT_FOUND = 404;
const CONFLICT = 409;

const importsPath = (poll: string): string => `/v1/polls/${poll}/imports`;

/** Puts a file where the service says, without the token, which is the API's alone. */
const putFile = async (url: string, file: Blob): Promise<boolean> => {
  try {
    const headers = { 'content-type': 'text/csv' };
    const { ok } = await fetch(url, { method: 'PUT', credentials: 'omit', headers, body: file });
    return ok;
  } catch {
    return false;
  }
};

/** Hands in a file of answers that people gave on paper through one organization. */
export const handIn = async (
  call: CallApi,
  poll: string,
  organization: string,
  file: Blob,
): Promise<HandedIn> => {
  const opened = await call<OpenedImport>('POST', importsPath(poll), { json: { organization } });
  if (opened.kind === 'done') {
    const { import: id, upload } = opened.value;
    return (await putFile(upload.url, file)) ? { kind: 'uploaded', id } : { kind: 'notUploaded' };
  }
  const { status } = opened.refusal;
  if (status === NOT_FOUND) return { kind: 'notHere' };
  return status === CONFLICT ? { kind: 'notNow' } : opened;
};

/** How far a file that was handed in has been read. */
export const progressOf = (
  call: CallApi,
  poll: string,
  id: string,
): Promise<Called<ImportProgress>> => call('GET', `${importsPath(poll)}/${encodeURIComponent(id)}`);
