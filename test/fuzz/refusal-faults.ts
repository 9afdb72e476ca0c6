import { type ApiAnswer, textOf } from '../../local/api/call.ts';
import type { Draft } from './draft.ts';
import { NAME_MARK, VALUE_MARK } from './marks.ts';

const STACK = /\n\s*at |node_modules|\.m?[jt]s:\d|Error:|\b(?:DynamoDB|ZodError|SyntaxError)\b/;
const POINTER = /"pointer":"(?:[^"\\]|\\.)*"/g;
const LONG_ENOUGH_TO_TELL = 12;

/** What opens something, or names someone. */
const secretsIn = ({ headers, token }: Draft): readonly string[] =>
  [headers.receipt, token.text, token.text?.split('.')[1]].filter(
    (secret) => secret !== undefined && secret.length >= LONG_ENOUGH_TO_TELL,
  ) as readonly string[];

/**
 * What an answer tells that it must not. A refusal repeats nothing of what was sent but plain
 * names of members, and those only where a pointer says which one is meant. No answer shows
 * where in the source something happened, or a secret that came with the request.
 */
export const tellingFaults = (draft: Draft, answer: ApiAnswer): readonly string[] => {
  // The gateway's id is made by chance, which now and then makes it look like a mark.
  const { 'apigw-requestid': _, ...headers } = answer.headers;
  const whole = `${textOf(answer)}\n${JSON.stringify(headers)}`;
  const faults = [
    ...(STACK.test(whole) ? ['tells of the source'] : []),
    ...(secretsIn(draft).some((secret) => whole.includes(secret)) ? ['tells a secret'] : []),
  ];
  if (answer.status < 400) return faults;
  return [
    ...faults,
    ...(VALUE_MARK.test(whole) ? ['repeats a value'] : []),
    ...(NAME_MARK.test(whole.replaceAll(POINTER, '')) ? ['repeats a name'] : []),
  ];
};
