import { type ApiAnswer, textOf } from '../../local/api/call.ts';
import { schemaFaults } from './json-schema.ts';
import { type Answered, type Described, resolveSchema } from './the-document.ts';

const mediaTypeOf = ({ headers }: ApiAnswer): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';

const isJson = (mediaType: string): boolean => /[/+]json$/.test(mediaType);

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

const bodyFaults = (answer: ApiAnswer, { content = {} }: Answered): readonly string[] => {
  if (Object.keys(content).length === 0) {
    return answer.body.length === 0 ? [] : ['a body where there is to be none'];
  }
  const mediaType = mediaTypeOf(answer);
  const described = content[mediaType];
  if (!described) return [`the media type "${mediaType}"`];
  if (!isJson(mediaType)) return [];
  const json = parsed(textOf(answer));
  if (!json) return ['a body that is not JSON'];
  return schemaFaults(json.value, described.schema, resolveSchema);
};

const headerFaults = (answer: ApiAnswer, { headers = {} }: Answered): readonly string[] =>
  Object.entries(headers).flatMap(([name, { schema }]) => {
    const value = answer.headers[name.toLowerCase()];
    if (value === undefined) return [];
    return schemaFaults(value, schema, resolveSchema).map((fault) => `header ${name}${fault}`);
  });

/** How an answer differs from what the document says of the call and the status. */
export const answerFaults = (answer: ApiAnswer, { responses }: Described): readonly string[] => {
  const answered = responses[answer.status];
  if (!answered) return [`the status ${answer.status}`];
  return [...bodyFaults(answer, answered), ...headerFaults(answer, answered)];
};
