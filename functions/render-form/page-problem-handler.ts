import type { MiddlewareObj } from '@middy/core';
import { type ProblemCode, problems } from '../../schemas/problem-catalogue.ts';
import { chooseLanguage } from '../../web/form/page/choose-language.ts';
import { plainPage } from '../../web/form/page/plain-page.ts';
import type { FormWording, Passage } from '../../web/form/wording/wording.ts';
import { wordings } from '../../web/form/wording/wordings.ts';
import type { HttpEvent } from '../middleware/http-event.ts';
import type { HttpReply } from '../middleware/http-reply.ts';
import type { Log } from '../middleware/logger.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { thrownError } from '../middleware/thrown-error.ts';
import { isTransient } from '../middleware/transient-error.ts';
import { htmlReply } from './html-reply.ts';

const RETRY_AFTER_SECONDS = '5';

/** The language of a request as far as it is known without a poll. */
export const languageOf = ({ headers, queryStringParameters }: HttpEvent): FormWording =>
  chooseLanguage(wordings, {
    lang: queryStringParameters?.lang,
    accepted: headers['accept-language'],
  });

const passageOf = (code: ProblemCode, { pages, refused }: FormWording): Passage => {
  if (problems[code].status === 404) return pages.unknown;
  if (code === 'body-too-large') return pages.tooLarge;
  return code === 'unavailable' || code === 'internal' ? pages.away : refused.other;
};

const page = (event: HttpEvent, code: ProblemCode): HttpReply => {
  const wording = languageOf(event);
  const reply = htmlReply(
    problems[code].status,
    plainPage({
      wording,
      passage: passageOf(code, wording),
      ...(event.routeKey.startsWith('GET') && { alternatives: wordings }),
      isError: true,
    }),
  );
  if (code !== 'unavailable') return reply;
  return { ...reply, headers: { ...reply.headers, 'retry-after': RETRY_AFTER_SECONDS } };
};

/** Turns whatever was thrown into a page that says what to do, and says no more than that. */
export const pageProblemHandler = (log: Log): MiddlewareObj<HttpEvent, HttpReply> => ({
  onError: (request) => {
    const { error, event } = request;
    if (error instanceof ProblemError) {
      request.response = page(event, error.code);
      return;
    }
    const cause = thrownError(error);
    log.error('request.failed', { error: cause });
    request.response = page(event, isTransient(cause) ? 'unavailable' : 'internal');
  },
});
