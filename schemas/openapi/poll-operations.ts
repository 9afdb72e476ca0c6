import { examples } from './examples.ts';
import type { Operations } from './operation.ts';

const NOT_MODIFIED = {
  description: 'It is still what "If-None-Match" names.',
  headers: ['ETag'],
} as const;

const CONDITIONAL = ['If-None-Match'] as const;

/** What anyone may ask. */
export const pollOperations: Operations = {
  'GET /v1/openapi.json': {
    id: 'describeApi',
    tag: 'description',
    summary: 'This document',
    caller: 'anyone',
    requestHeaders: CONDITIONAL,
    answers: {
      200: {
        description: 'The API as OpenAPI 3.1.',
        bodies: [{ mediaType: 'application/json', schema: 'OpenApiDocument' }],
        headers: ['ETag'],
      },
      304: NOT_MODIFIED,
    },
    problems: [],
  },
  'GET /v1/polls/{poll}': {
    id: 'describePoll',
    tag: 'polls',
    summary: 'What a poll asks, and where it stands',
    description: 'Of a poll that was opened. Anyone may keep it for 15 seconds.',
    caller: 'anyone',
    requestHeaders: CONDITIONAL,
    answers: {
      200: {
        description: 'The poll in every language that it has.',
        bodies: [
          {
            mediaType: 'application/json',
            schema: 'PollDescription',
            example: examples.pollDescription,
          },
        ],
        headers: ['ETag'],
      },
      304: NOT_MODIFIED,
    },
    problems: ['unknown-poll', 'not-open-yet'],
  },
  'GET /v1/polls/{poll}/organizations/{organization}': {
    id: 'describeOrganization',
    tag: 'polls',
    summary: 'What an organization is called',
    description: 'In a poll that was opened. Anyone may keep it for 15 seconds.',
    caller: 'anyone',
    requestHeaders: CONDITIONAL,
    answers: {
      200: {
        description: 'Its name in every language that it has, and nothing else.',
        bodies: [
          {
            mediaType: 'application/json',
            schema: 'OrganizationName',
            example: examples.organizationName,
          },
        ],
        headers: ['ETag'],
      },
      304: NOT_MODIFIED,
    },
    problems: ['unknown-poll', 'not-open-yet', 'unknown-organization'],
  },
};
