import type { HttpReply } from '../middleware/http-reply.ts';

/** An answer that is a page. */
export const htmlReply = (statusCode: number, html: string): HttpReply => ({
  statusCode,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: html,
});
