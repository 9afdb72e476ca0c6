import { createHash } from 'node:crypto';
import { built } from '../../web/form/built.ts';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');

/**
 * What a page may do: its one style sheet, its own scripts by hash and the one that reads aloud
 * by its address, requests to its own origin. Nothing else, and no other page may frame it.
 */
export const contentSecurityPolicy = (siteUrl: string): string =>
  policy({
    'default-src': ["'none'"],
    'style-src': [hashOf(built.style)],
    'script-src': [hashOf(built.headScript), hashOf(built.script), `${siteUrl}/p/aloud.js`],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'img-src': ['data:'],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  });

/** The headers of every answer of the form, beyond those of every answer. */
export const pageHeaders = (siteUrl: string) => ({
  'content-security-policy': contentSecurityPolicy(siteUrl),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'x-robots-tag': 'noindex',
});
