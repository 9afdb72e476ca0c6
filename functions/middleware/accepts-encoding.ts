import type { HttpEvent } from './http-event.ts';

/** Whether a client takes bodies in this encoding (RFC 9110, 12.5.3): named, and not with q=0. */
export const acceptsEncoding = ({ headers }: HttpEvent, encoding: string): boolean =>
  (headers['accept-encoding'] ?? '').split(',').some((range) => {
    const [name, quality = ''] = range.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && !/^q=0(?:\.0*)?$/.test(quality);
  });
