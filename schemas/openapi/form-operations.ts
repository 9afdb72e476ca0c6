import type { Operations } from './operation.ts';

const FORM = '/p/{poll}/{organization}';

const PAGE = { mediaType: 'text/html' } as const;

const shown = {
  tag: 'form',
  caller: 'anyone',
  refusesWith: 'pages',
  query: ['lang'],
  requestHeaders: ['If-None-Match'],
  problems: ['unknown-poll', 'unknown-organization'],
} as const;

const NOT_MODIFIED = {
  description: 'It is still what "If-None-Match" names.',
  headers: ['ETag'],
} as const;

/** The pages of the form: for people, in their language, with scripts or without. */
export const formOperations: Operations = {
  [`GET ${FORM}`]: {
    ...shown,
    id: 'showForm',
    summary: 'The form of an organization',
    description:
      'One page, which works without a script; before the poll opens and after it closes, a page that says so. Its language is that of `lang`, else of "Accept-Language". Anyone may keep it for 15 seconds. The scripts that it loads are a part of it.',
    answers: {
      200: { description: 'The page.', bodies: [PAGE], headers: ['ETag'] },
      304: NOT_MODIFIED,
    },
  },
  [`POST ${FORM}`]: {
    tag: 'form',
    caller: 'anyone',
    refusesWith: 'pages',
    query: ['lang'],
    id: 'postForm',
    summary: 'A step of somebody whose browser runs no script',
    description:
      'What a page of the form posts; programs use `putResponse`. A response is kept on the same conditions, and the service makes the receipt where none comes along: the page that follows shows it once, in the private link.',
    body: {
      mediaType: 'application/x-www-form-urlencoded',
      schema: 'FormPost',
      description:
        "The step and its fields; `q1`, `q2`, ... have the level of the first item, the second, ... in the definition's order. At most 16 KB.",
      example: { _do: 'send', _revision: '0', q1: '5', q3: '2' },
    },
    answers: {
      200: {
        description:
          'The page of the next step; of `send`, that the response is in force, and not new.',
        bodies: [PAGE],
      },
      201: { description: 'The response is in force, and new.', bodies: [PAGE] },
    },
    problems: [
      'unknown-poll',
      'unknown-organization',
      'unknown-response',
      'not-open-yet',
      'closed',
      'superseded',
      'withdrawn',
      'unsupported-media-type',
      'invalid-request',
      'slowed',
    ],
  },
  [`GET ${FORM}/about`]: {
    ...shown,
    id: 'showAbout',
    summary: 'What happens to answers',
    description: 'One page, for as long as the poll is there. Anyone may keep it for 15 seconds.',
    answers: {
      200: { description: 'The page.', bodies: [PAGE], headers: ['ETag'] },
      304: NOT_MODIFIED,
    },
  },
};
