import { type Draft, draftOf } from '../definition/draft.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * The draft that a pasted JSON holds: a definition alone, or what the API answers or takes
 * (`{ "definition": ... }`).
 *
 * @returns null where it is neither
 */
export const readDefinition = (text: string): Draft | null => {
  const value = parsed(text);
  const inner =
    typeof value === 'object' && value !== null && 'definition' in value ? value.definition : value;
  return draftOf(inner);
};
