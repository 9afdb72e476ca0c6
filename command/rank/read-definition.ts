import { faultsOf } from '../../core/json/faults-of.ts';
import { misleadingNames } from '../../core/json/misleading-names.ts';
import { PollDefinition } from '../../schemas/poll.ts';
import { UnusableInputError } from '../unusable-input-error.ts';

/**
 * A poll's definition from the text of its file. `levels` and `categories` with the ids of their
 * items are enough; all else has a default or is optional.
 *
 * @param file what the file is called in messages
 * @throws UnusableInputError with every fault
 */
export const readDefinition = (text: string, file: string): PollDefinition => {
  const json = text.replace(/^\ufeff/, '');
  const value = parseJson(json, file);
  const [misleading] = misleadingNames(json);
  if (misleading !== undefined) {
    throw new UnusableInputError(`${file}: ${misleading} stands twice in its object`);
  }
  const definition = PollDefinition.safeParse(value);
  if (definition.success) return definition.data;
  const faults = faultsOf(definition.error).map(
    ({ pointer, expected }) => `  ${pointer || 'the whole'}: expected ${expected}`,
  );
  throw new UnusableInputError([`${file} is no poll definition:`, ...faults].join('\n'));
};

const parseJson = (json: string, file: string): unknown => {
  try {
    return JSON.parse(json);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new UnusableInputError(`${file} is no JSON: ${message}`, { cause });
  }
};
