import type { PublishedFile } from '../../../schemas/release.ts';
import { askFor } from '../api/reports.ts';

/** A file's bytes, or why they are not there. */
export type FileAnswer =
  | { readonly kind: 'found'; readonly body: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'failed' };

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Gets a file of a release, and checks that it is the one that was published. */
export const getFile = async (
  { sha256 }: PublishedFile,
  path: string,
  token: string | null,
): Promise<FileAnswer> => {
  const answer = await askFor(path, token);
  if (answer.kind === 'refused') {
    return { kind: answer.refusal === 'tooLarge' ? 'tooLarge' : 'failed' };
  }
  try {
    const body = new Uint8Array(await answer.value.arrayBuffer());
    const found = hex(await crypto.subtle.digest('SHA-256', body));
    return found === sha256 ? { kind: 'found', body } : { kind: 'damaged' };
  } catch {
    return { kind: 'failed' };
  }
};
