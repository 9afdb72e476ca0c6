import type { HttpReply } from '../middleware/http-reply.ts';
import { htmlReply } from './html-reply.ts';
import type { RenderFormDeps } from './render-form-deps.ts';

const TOO_MANY = 429;

/** A page for whoever has to wait, in seconds, because very many new responses come in. */
export const slowed = (
  { log }: Pick<RenderFormDeps, 'log'>,
  html: string,
  wait: number,
): HttpReply => {
  log.info('response.slowed');
  const reply = htmlReply(TOO_MANY, html);
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(wait) } };
};
