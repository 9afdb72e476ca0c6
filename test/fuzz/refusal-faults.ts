import { type ApiAnswer, textOf } from '../../local/api/call.ts';
import { isPage } from '../api/page-headers.ts';
import type { Draft } from './draft.ts';
import { NAME_MARK, VALUE_MARK } from './marks.ts';

const STACK = /\n\s*at |node_modules|\.m?[jt]s:\d|Error:|\b(?:DynamoDB|ZodError|SyntaxError)\b/;
const POINTER = /"pointer":"(?:[^"\\]|\\.)*"/g;
const LONG_ENOUGH_TO_TELL = 12;

/** An invitation code that is to be mended is shown again as it was typed, and handed on. */
const INVITATION = /<input (?:id=code|type=hidden) name=_invitation value="[^"<>]*"/g;

/** What stands on every page, whatever was sent: that it tells of an error, and its scripts. */
const OF_THE_PAGE = /(?:<title>|data-prefix=")Error: |<script\b.*?<\/script>/gs;

/** What opens something, or names someone. */
const secretsIn = ({ headers, token }: Draft): readonly string[] =>
  [headers.receipt, token.text, token.text?.split('.')[1]].filter(
    (secret) => secret !== undefined && secret.length >= LONG_ENOUGH_TO_TELL,
  ) as readonly string[];

const sentIn = ({ segments, query, headers, body }: Draft): string =>
  `${JSON.stringify([segments, query, headers])}${Buffer.from(body ?? '')}`;

/** On a page stands what organizations were called earlier: there a mark tells only of this request. */
const repeats = (mark: RegExp, text: string, draft: Draft, isOnPage: boolean): boolean => {
  const found = [...text.matchAll(new RegExp(mark, 'gi'))];
  return found.some(([one]) => !isOnPage || sentIn(draft).includes(one));
};

/**
 * What an answer tells that it must not. A refusal repeats nothing of what was sent but plain
 * names of members, and those only where a pointer says which one is meant. No answer shows
 * where in the source something happened, or a secret that came with the request.
 */
export const tellingFaults = (draft: Draft, answer: ApiAnswer): readonly string[] => {
  // The gateway's id is made by chance, which now and then makes it look like a mark.
  const { 'apigw-requestid': _, ...headers } = answer.headers;
  const text = textOf(answer).replaceAll(INVITATION, '').replaceAll(OF_THE_PAGE, '');
  const whole = `${text}\n${JSON.stringify(headers)}`;
  const faults = [
    ...(STACK.test(whole) ? ['tells of the source'] : []),
    ...(secretsIn(draft).some((secret) => whole.includes(secret)) ? ['tells a secret'] : []),
  ];
  if (answer.status < 400) return faults;
  return [
    ...faults,
    ...(repeats(VALUE_MARK, whole, draft, isPage(answer)) ? ['repeats a value'] : []),
    ...(repeats(NAME_MARK, whole.replaceAll(POINTER, ''), draft, isPage(answer))
      ? ['repeats a name']
      : []),
  ];
};
