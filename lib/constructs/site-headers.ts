import { readFileSync } from 'node:fs';
import { Duration } from 'aws-cdk-lib';
import {
  HeadersReferrerPolicy,
  ResponseHeadersPolicy as Policy,
  type ResponseCustomHeader,
  type ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { stageName } from './stage-name.ts';

const FILE = new URL('../../web/pages/security-headers.json', import.meta.url);
const YEAR = Duration.days(365);

const strictTransportSecurity = {
  accessControlMaxAge: YEAR,
  includeSubdomains: true,
  override: true,
};

/**
 * What the CDN says with every page: the pages' own policy, which lets a browser reach this
 * origin and the issuer's.
 */
export const pageHeaders = (
  scope: Construct,
  settings: Settings,
  issuerOrigin: string,
): ResponseHeadersPolicy => {
  const headers: Record<string, string> = JSON.parse(readFileSync(FILE, 'utf8'));
  const policy = headers['content-security-policy'] ?? "default-src 'none'";
  return headersPolicy(scope, settings, 'pages', {
    strictTransportSecurity,
    contentTypeOptions: { override: true },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
    contentSecurityPolicy: {
      contentSecurityPolicy: policy.replace(
        "connect-src 'self'",
        `connect-src 'self' ${issuerOrigin}`,
      ),
      override: true,
    },
  });
};

/**
 * What it adds to answers of the API that do not say it themselves: those of the gateway, which
 * knows no such headers. What a function says stays as it is, but for how long https is meant:
 * a browser keeps what the last answer of a host said, so an answer without the subdomains would
 * take back what a page says of them.
 */
export const apiHeaders = (scope: Construct, settings: Settings): ResponseHeadersPolicy =>
  headersPolicy(
    scope,
    settings,
    'api',
    {
      strictTransportSecurity,
      contentTypeOptions: { override: false },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: false },
      contentSecurityPolicy: {
        contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
        override: false,
      },
    },
    [{ header: 'Cache-Control', value: 'no-store', override: false }],
  );

const headersPolicy = (
  scope: Construct,
  settings: Settings,
  name: string,
  securityHeadersBehavior: ResponseSecurityHeadersBehavior,
  customHeaders: ResponseCustomHeader[] = [],
): ResponseHeadersPolicy =>
  new Policy(scope, `Headers-${name}`, {
    responseHeadersPolicyName: stageName(settings, name),
    securityHeadersBehavior,
    ...(customHeaders.length > 0 && { customHeadersBehavior: { customHeaders } }),
  });
