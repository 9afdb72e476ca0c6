import { examples } from './examples.ts';
import type { Operations } from './operation.ts';

const PATH = '/v1/polls/{poll}/organizations/{organization}/responses/{id}';

const ACCEPTED = {
  bodies: [
    {
      mediaType: 'application/json',
      schema: 'AcceptedSubmission',
      example: examples.acceptedSubmission,
    },
  ],
} as const;

const ADDRESSED = [
  'receipt-required',
  'receipt-mismatch',
  'unknown-poll',
  'unknown-organization',
] as const;

/** What the holder of a receipt does with one response. */
export const responseOperations: Operations = {
  [`PUT ${PATH}`]: {
    id: 'putResponse',
    tag: 'responses',
    summary: 'Send a response, or change it',
    description:
      'One response of one person. The client makes the receipt (128 random bits or more, base64url) and counts the revision. The same request again changes nothing; a late retry of an older revision is refused. Send it again after a 429 or a 5xx: after the seconds of `Retry-After`, or 5 to 30 seconds later where there is none. Where very many responses come in for an organization, new ones have to wait (`slowed`), while those that were accepted can still be changed and withdrawn.',
    caller: 'receipt',
    body: {
      mediaType: 'application/json',
      schema: 'Submission',
      description: 'Which items are answered how. At most 16 KB.',
      example: examples.submission,
    },
    answers: {
      200: { description: 'It is in force: changed, or the same as before.', ...ACCEPTED },
      201: { description: 'It is in force: new.', ...ACCEPTED },
    },
    problems: [
      ...ADDRESSED,
      'invalid-json',
      'invalid-request',
      'unsupported-media-type',
      'not-open-yet',
      'closed',
      'superseded',
      'withdrawn',
      'slowed',
    ],
  },
  [`GET ${PATH}`]: {
    id: 'getResponse',
    tag: 'responses',
    summary: 'Read a response back',
    caller: 'receipt',
    answers: {
      200: {
        description: 'The response, without the items left open.',
        bodies: [
          { mediaType: 'application/json', schema: 'ResponseView', example: examples.responseView },
        ],
      },
    },
    problems: [...ADDRESSED, 'unknown-response', 'withdrawn'],
  },
  [`DELETE ${PATH}`]: {
    id: 'withdrawResponse',
    tag: 'responses',
    summary: 'Withdraw a response',
    description:
      'Its answers are deleted for good, and nothing can be sent under this receipt again. Whoever withdraws what is not there yet, or a second time, has withdrawn it. While very many responses come in for an organization, withdrawing what is not there has to wait (`slowed`).',
    caller: 'receipt',
    answers: { 204: { description: 'It is withdrawn.' } },
    problems: [...ADDRESSED, 'not-open-yet', 'closed', 'slowed'],
  },
};
