import { examples } from './examples.ts';
import type { Operation, Operations } from './operation.ts';

const FILES = [
  'text/csv',
  'application/json',
  'text/html',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

const FORBIDDEN = ['token-required', 'planners-only', 'unknown-poll'] as const;

const file = {
  tag: 'reports',
  description:
    'Its bytes, whose SHA-256 is in the tag and stands in the list of reports. Texts come as gzip where "Accept-Encoding" has it (size and hash are of the file, not of what is sent). What would be over 4 MB to send is answered with a link that works for a short time.',
  caller: 'reader',
  requestHeaders: ['If-None-Match'],
  answers: {
    200: {
      description: 'The file.',
      bodies: FILES.map((mediaType) => ({ mediaType })),
      headers: ['ETag', 'Content-Disposition', 'Vary'],
    },
    302: {
      description: 'What would be sent is over 4 MB: follow the link.',
      headers: ['Location', 'Vary'],
    },
    304: { description: 'It is still what "If-None-Match" names.', headers: ['ETag', 'Vary'] },
  },
} as const satisfies Partial<Operation>;

/** What planners read, and anyone where a poll says so. */
export const reportOperations: Operations = {
  'GET /v1/polls/{poll}/reports': {
    id: 'listReports',
    tag: 'reports',
    summary: 'What was released of a poll',
    caller: 'reader',
    answers: {
      200: {
        description: 'The snapshots, newest first, with every file; empty before the first.',
        bodies: [
          { mediaType: 'application/json', schema: 'SnapshotList', example: examples.snapshotList },
        ],
      },
    },
    problems: FORBIDDEN,
  },
  'GET /v1/polls/{poll}/reports/latest/{file}': {
    ...file,
    id: 'getLatestReport',
    summary: 'A file of the latest snapshot',
    problems: [...FORBIDDEN, 'nothing-released', 'unknown-file'],
  },
  'GET /v1/polls/{poll}/reports/{snapshot}/{file}': {
    ...file,
    id: 'getReport',
    summary: 'A file of a snapshot',
    problems: [...FORBIDDEN, 'unknown-file'],
  },
};
