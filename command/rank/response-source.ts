import { open } from 'node:fs/promises';
import { WrongUsageError } from '../wrong-usage-error.ts';
import { readPieces } from './read-pieces.ts';

/** Where responses come from other than a file: `process.stdin`, or a stand-in. */
export type Input = AsyncIterable<Uint8Array> & { readonly isTTY?: boolean | undefined };

/** Responses to be read once. */
export type ResponseSource = {
  readonly pieces: AsyncIterable<Uint8Array>;
  /** How many bytes there are; 0 where that is not known. */
  readonly bytes: number;
  readonly close: () => Promise<void>;
};

/** What names the standard input in the place of a file. */
export const STANDARD_INPUT = '-';

/** How messages name where responses come from. */
export const nameOfSource = (responses: string): string =>
  responses === STANDARD_INPUT ? 'standard input' : responses;

/**
 * Opens a file of responses, or takes them from the standard input.
 *
 * @throws WrongUsageError where the standard input is a terminal, on which nobody has responses
 */
export const openResponses = async (responses: string, input: Input): Promise<ResponseSource> => {
  if (responses !== STANDARD_INPUT) {
    const file = await open(responses);
    const { size: bytes } = await file.stat();
    return { pieces: readPieces(file), bytes, close: () => file.close() };
  }
  if (input.isTTY === true) {
    throw new WrongUsageError(
      '--responses - reads the standard input, and nothing is sent there: put a command and "|" before this one, or "< FILE" behind it',
    );
  }
  return { pieces: input, bytes: 0, close: async () => {} };
};
