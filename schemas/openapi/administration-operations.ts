import type { SchemaName } from './component-schemas.ts';
import { examples } from './examples.ts';
import type { Answer, Operations } from './operation.ts';

const POLL = '/v1/polls/{poll}';
const ORGANIZATIONS = `${POLL}/organizations`;

const json = (description: string, schema: SchemaName, example: unknown): Answer => ({
  description,
  bodies: [{ mediaType: 'application/json', schema, example }],
});

const administration = { tag: 'administration', caller: 'administrator' } as const;
const BAD_JSON = ['invalid-json', 'invalid-request', 'unsupported-media-type'] as const;
const aView = (description: string) => json(description, 'PollView', examples.pollView);

/** What administrators do with polls. */
const pollOperations: Operations = {
  'GET /v1/polls': {
    ...administration,
    id: 'listPolls',
    summary: 'All polls',
    answers: { 200: json('All polls, each without what it asks.', 'PollList', examples.pollList) },
    problems: ['administrators-only'],
  },
  [`GET ${POLL}/settings`]: {
    ...administration,
    id: 'getPollSettings',
    summary: 'A poll as administrators see it, a draft too',
    answers: { 200: aView('The poll.') },
    problems: ['administrators-only', 'unknown-poll'],
  },
  [`PUT ${POLL}`]: {
    ...administration,
    id: 'putPoll',
    summary: 'Put a poll',
    description:
      'New, or a draft anew. Once a poll is open its definition is fixed, and its times can only move later; what the request leaves out then stays.',
    body: {
      mediaType: 'application/json',
      schema: 'PollRequest',
      description: 'The definition, and when the poll is to close. At most 200 KB.',
      example: examples.pollRequest,
    },
    answers: { 200: aView('It was there, and is now so.'), 201: aView('It is new.') },
    problems: [
      'administrators-only',
      ...BAD_JSON,
      'poll-immutable',
      'close-not-movable',
      'closed',
      'overtaken',
    ],
  },
  [`POST ${POLL}/open`]: {
    ...administration,
    id: 'openPoll',
    summary: 'Open a poll',
    description: 'From now on its definition is fixed. Again changes nothing.',
    answers: { 200: aView('It is open.') },
    problems: [
      'administrators-only',
      'unknown-poll',
      'close-required',
      'too-few-organizations',
      'closed',
      'overtaken',
    ],
  },
  [`POST ${POLL}/close`]: {
    ...administration,
    id: 'closePoll',
    summary: 'Close a poll now',
    description: 'The final count follows. Again changes nothing.',
    answers: { 200: aView('It is closed.') },
    problems: ['administrators-only', 'unknown-poll', 'not-open-yet', 'overtaken'],
  },
  [`POST ${POLL}/release`]: {
    ...administration,
    id: 'releasePoll',
    summary: 'Ask for a release now',
    description: 'Whether anything is released is for the release rules to say.',
    answers: {
      202: json('It was asked for.', 'RequestedRollUp', examples.requestedRollUp),
    },
    problems: ['administrators-only', 'unknown-poll', 'not-open-yet'],
  },
};

/** What they do with a poll's organizations. */
const organizationOperations: Operations = {
  [`GET ${ORGANIZATIONS}`]: {
    ...administration,
    id: 'listOrganizations',
    summary: "A poll's organizations",
    answers: {
      200: json('All that is known of them.', 'OrganizationList', examples.organizationList),
    },
    problems: ['administrators-only', 'unknown-poll'],
  },
  [`POST ${ORGANIZATIONS}`]: {
    ...administration,
    id: 'loadOrganizations',
    summary: 'Put the organizations of a CSV file',
    description: 'Nothing is written unless every row may be.',
    body: {
      mediaType: 'text/csv',
      description:
        'CSV as of RFC 4180, in UTF-8, with a header. Columns: "id", "name" (English) or "name:LANGUAGE", and as you like "peopleServed", "expectedResponses", "attribute:ID". At most 5000 rows and 2 MB.',
      example: examples.organizationsCsv,
    },
    answers: {
      200: json('They are put.', 'LoadedOrganizations', examples.loadedOrganizations),
    },
    problems: [
      'administrators-only',
      'unknown-poll',
      'invalid-request',
      'unsupported-media-type',
      'closed',
      'frozen-by-release',
      'overtaken',
    ],
  },
  [`PUT ${ORGANIZATIONS}/{organization}`]: {
    ...administration,
    id: 'putOrganization',
    summary: 'Put an organization',
    body: {
      mediaType: 'application/json',
      schema: 'OrganizationRequest',
      description: 'What is known of it. At most 16 KB.',
      example: examples.organizationRequest,
    },
    answers: {
      200: json('It was there, and is now so.', 'Organization', examples.organization),
      201: json('It is new.', 'Organization', examples.organization),
    },
    problems: [
      'administrators-only',
      'unknown-poll',
      ...BAD_JSON,
      'closed',
      'frozen-by-release',
      'overtaken',
    ],
  },
};

/** What only administrators may do. */
export const administrationOperations: Operations = {
  ...pollOperations,
  ...organizationOperations,
};
