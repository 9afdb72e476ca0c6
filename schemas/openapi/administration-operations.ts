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
/** What is done is kept with who did it. */
const WRITING = ['administrators-only', 'subject-required'] as const;
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
      ...WRITING,
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
      ...WRITING,
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
    problems: [...WRITING, 'unknown-poll', 'not-open-yet', 'overtaken'],
  },
  [`GET ${POLL}/release`]: {
    ...administration,
    id: 'getRelease',
    summary: "Where a poll's releases and its final count stand",
    description:
      'What was released last and why nothing was let out; what is withheld inside a release is in its files.',
    answers: { 200: json('Where they stand.', 'ReleaseView', examples.releaseView) },
    problems: ['administrators-only', 'unknown-poll'],
  },
  [`POST ${POLL}/release`]: {
    ...administration,
    id: 'releasePoll',
    summary: 'Ask for a release now',
    description: 'Whether anything is released is for the release rules to say.',
    answers: {
      202: json('It was asked for.', 'RequestedRollUp', examples.requestedRollUp),
    },
    problems: [...WRITING, 'unknown-poll', 'not-open-yet'],
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
      ...WRITING,
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
    problems: [...WRITING, 'unknown-poll', ...BAD_JSON, 'closed', 'frozen-by-release', 'overtaken'],
  },
};

const EXCLUSIONS = `${ORGANIZATIONS}/{organization}/exclusions`;
const exclusionsView = (description: string) =>
  json(description, 'ExclusionsView', examples.exclusionsView);

/** What they do against a flood, and what was done with a poll. */
const watchingOperations: Operations = {
  [`GET ${EXCLUSIONS}`]: {
    ...administration,
    id: 'getExclusions',
    summary: 'What is set aside of an organization',
    answers: { 200: exclusionsView('The list; empty, of version 0, where nothing ever was.') },
    problems: ['administrators-only', 'unknown-poll', 'unknown-organization'],
  },
  [`PUT ${EXCLUSIONS}`]: {
    ...administration,
    id: 'putExclusions',
    summary: "Set an organization's responses aside, or not any more",
    description:
      'The list replaces the one before: by channel and by the UTC day on which responses first came, whatever was changed later. What is set aside is kept but not counted, and can be taken back until the final count begins. The same list again writes nothing.',
    body: {
      mediaType: 'application/json',
      schema: 'ExclusionsRequest',
      description:
        'All that is set aside, and why. The reason must name nobody. At most 400 entries and 64 KB.',
      example: examples.exclusionsRequest,
    },
    answers: { 200: exclusionsView('The list is in force; its tallies are counted anew.') },
    problems: [
      ...WRITING,
      'unknown-poll',
      'unknown-organization',
      ...BAD_JSON,
      'not-open-yet',
      'sealed',
      'overtaken',
    ],
  },
  [`GET ${POLL}/audit`]: {
    ...administration,
    id: 'listAudit',
    summary: 'Who did what with a poll',
    description: 'Newest first, a page at a time. It tells what was changed, never what it says.',
    query: ['limit', 'before'],
    answers: { 200: json('A page of the trail.', 'AuditPage', examples.auditPage) },
    problems: ['administrators-only', 'unknown-poll', 'invalid-request'],
  },
};

/** What only administrators may do. */
export const administrationOperations: Operations = {
  ...pollOperations,
  ...organizationOperations,
  ...watchingOperations,
};
