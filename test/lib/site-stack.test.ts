import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { OF_EVERY_CALL } from '../api/header-table.ts';
import { resolve } from './resolve.ts';
import { resourcesOf, SITE_URL, synthesize, type Template, templateOf } from './synthesized.ts';

type Behavior = {
  readonly PathPattern?: string;
  readonly AllowedMethods: readonly string[];
  readonly CachePolicyId: string;
  readonly OriginRequestPolicyId?: string;
  readonly TargetOriginId: string;
  readonly ViewerProtocolPolicy: string;
  readonly ResponseHeadersPolicyId: { readonly Ref: string };
  readonly FunctionAssociations?: readonly { readonly EventType: string }[];
};

type Cdn = {
  readonly Origins: readonly Readonly<Record<string, unknown>>[];
  readonly DefaultCacheBehavior: Behavior;
  readonly CacheBehaviors: readonly Behavior[];
  readonly CustomErrorResponses: readonly Readonly<Record<string, unknown>>[];
  readonly Logging?: unknown;
  readonly Aliases?: readonly string[];
  readonly ViewerCertificate?: unknown;
  readonly WebACLId?: string;
};

/** Ids of CloudFront's own policies. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';
const EVERY_METHOD = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

const ofType = ({ Resources }: Template, type: string) =>
  Object.values(Resources).filter(({ Type }) => Type === type);
const cdnIn = (template: Template): Cdn => {
  const [distribution] = ofType(template, 'AWS::CloudFront::Distribution');
  if (!distribution) throw new Error('no CDN');
  return distribution.Properties.DistributionConfig as Cdn;
};

const site = templateOf('production', 'site');
const cdn = cdnIn(site);
const originOf = ({ TargetOriginId }: Behavior) =>
  cdn.Origins.find(({ Id }) => Id === TargetOriginId);
const headersOf = ({ ResponseHeadersPolicyId }: Behavior) =>
  resolve(
    'production',
    'site',
    site.Resources[ResponseHeadersPolicyId.Ref]?.Properties.ResponseHeadersPolicyConfig,
  ) as {
    SecurityHeadersConfig: Record<string, Record<string, unknown>>;
    CustomHeadersConfig: { readonly Items: readonly Record<string, unknown>[] };
  };

describe('the CDN and the API', () => {
  const toTheApi = cdn.CacheBehaviors;

  it('are one origin to people: /v1 and /p go to the API, nothing else does', () => {
    expect(toTheApi.map(({ PathPattern }) => PathPattern)).toEqual(['/v1/*', '/p/*']);
    for (const behavior of toTheApi) {
      expect(JSON.stringify(originOf(behavior))).toContain('.execute-api.us-east-1.');
      expect(originOf(behavior)).toMatchObject({
        CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
      });
    }
  });

  it('pass on every method and all but the host, and keep nothing', () => {
    for (const { AllowedMethods, CachePolicyId, OriginRequestPolicyId } of toTheApi) {
      expect(AllowedMethods.toSorted()).toEqual(EVERY_METHOD);
      expect(CachePolicyId).toBe(CACHING_DISABLED);
      expect(OriginRequestPolicyId).toBe(ALL_VIEWER_EXCEPT_HOST_HEADER);
    }
  });

  it('never send an answer over plain http, and run nothing on the way', () => {
    for (const { ViewerProtocolPolicy, FunctionAssociations } of toTheApi) {
      expect(ViewerProtocolPolicy).toBe('https-only');
      expect(FunctionAssociations).toBeUndefined();
    }
  });

  it('add to what the gateway answers by itself what functions say of their own answers', () => {
    for (const behavior of toTheApi) {
      const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = headersOf(behavior);
      expect({
        'content-security-policy': security.ContentSecurityPolicy?.ContentSecurityPolicy,
        'referrer-policy': security.ReferrerPolicy?.ReferrerPolicy,
        'strict-transport-security': `max-age=${security.StrictTransportSecurity?.AccessControlMaxAgeSec}`,
        'x-content-type-options': security.ContentTypeOptions && 'nosniff',
      }).toEqual(OF_EVERY_CALL);
      expect(custom.Items).toMatchObject([{ Header: 'Cache-Control', Value: 'no-store' }]);
    }
  });

  it('say of https what the pages say, for a browser keeps what it heard last', () => {
    const https = [cdn.DefaultCacheBehavior, ...toTheApi].map(
      (behavior) => headersOf(behavior).SecurityHeadersConfig.StrictTransportSecurity,
    );
    expect(https).toEqual(
      https.map(() => ({
        AccessControlMaxAgeSec: 31_536_000,
        IncludeSubdomains: true,
        Override: true,
      })),
    );
  });

  it('leave what functions say as it is, but for how long https is meant', () => {
    for (const behavior of toTheApi) {
      const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = headersOf(behavior);
      const { StrictTransportSecurity: _https, ...others } = security;
      const all = [...Object.values(others), ...custom.Items];
      expect(all.map(({ Override }) => Override)).toEqual(all.map(() => false));
    }
  });
});

describe('errors', () => {
  it('have no pages of the CDN, which would turn problems into HTML', () => {
    for (const response of cdn.CustomErrorResponses) {
      expect(response.ResponsePagePath).toBeUndefined();
      expect(response.ResponseCode).toBeUndefined();
    }
  });

  it('are never kept', () => {
    const codes = cdn.CustomErrorResponses.map(({ ErrorCode }) => ErrorCode);
    expect(codes).toEqual([400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]);
    for (const { ErrorCachingMinTTL } of cdn.CustomErrorResponses) {
      expect(ErrorCachingMinTTL).toBe(0);
    }
  });
});

describe('the pages', () => {
  const pages = cdn.DefaultCacheBehavior;

  it('come from a bucket that only this CDN may read, by origin access control', () => {
    const [control] = ofType(site, 'AWS::CloudFront::OriginAccessControl');
    expect(control?.Properties).toMatchObject({
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    });
    expect(originOf(pages)?.OriginAccessControlId).toBeDefined();
    const policies = JSON.stringify(ofType(site, 'AWS::S3::BucketPolicy'));
    expect(policies).toContain('"Service":"cloudfront.amazonaws.com"');
    expect(policies).toContain('AWS:SourceArn');
    expect(policies).not.toContain('"Effect":"Allow","Principal":{"AWS":"*"}');
  });

  it('are read, over https, and rewritten before the cache is asked', () => {
    expect(pages.AllowedMethods.toSorted()).toEqual(['GET', 'HEAD']);
    expect(pages.ViewerProtocolPolicy).toBe('redirect-to-https');
    expect(pages.FunctionAssociations?.map(({ EventType }) => EventType)).toEqual([
      'viewer-request',
    ]);
  });

  it('say what a browser may do with them: this origin and the issuer, nothing inline', () => {
    const { SecurityHeadersConfig: headers } = headersOf(pages);
    expect(headers).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
    });
    const policy = String(headers.ContentSecurityPolicy?.ContentSecurityPolicy);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(
      /connect-src 'self' https:\/\/\S+\.auth\.us-east-1\.amazoncognito\.com;/,
    );
    expect(policy).not.toContain('unsafe');
  });
});

describe('the function that knows which addresses are pages', () => {
  const [edge] = ofType(site, 'AWS::CloudFront::Function');
  const handler: (event: object) => { uri: string } = runInNewContext(
    `${String(edge?.Properties.FunctionCode)}; handler`,
  );
  const sentTo = (uri: string): string => handler({ request: { uri } }).uri;

  it.each([
    '/',
    '/results/calls-to-action',
    '/results/spring/',
    '/organizations/a',
    '/admin',
    '/admin/a/b',
  ])('rewrites %s', (uri) => {
    expect(sentTo(uri)).toBe('/index.html');
  });

  it.each([
    '/assets/index-1.js',
    '/config.json',
    '/results',
    '/results/a/b',
    '/organizations',
    '/admins',
    '/other',
  ])('leaves %s as it is, so that what is not there is said not to be', (uri) => {
    expect(sentTo(uri)).toBe(uri);
  });

  it('is small enough for CloudFront, and of its newer runtime', () => {
    expect(String(edge?.Properties.FunctionCode).length).toBeLessThan(10_240);
    expect(edge?.Properties.FunctionConfig).toMatchObject({ Runtime: 'cloudfront-js-2.0' });
  });
});

describe('what publishing the pages goes by', () => {
  it('is said by the stack: the bucket, and where the pages sign people in', () => {
    const outputs = resolve('production', 'site', site.Outputs) as Record<
      string,
      { Value: string }
    >;
    expect(outputs.PagesBucket?.Value).toMatch(/Bucket|groundswell-production-pages/);
    const config = JSON.parse(outputs.PagesConfig?.Value ?? '');
    expect(Object.keys(config.signIn)).toEqual([
      ...['issuer', 'clientId', 'authorizationEndpoint', 'tokenEndpoint', 'endSessionEndpoint'],
    ]);
  });

  it('needs no function, nor a role, of its own', () => {
    expect(ofType(site, 'AWS::Lambda::Function')).toEqual([]);
    expect(ofType(site, 'AWS::IAM::Role')).toEqual([]);
  });
});

describe('the CDN', () => {
  const certificateArn =
    'arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012';

  it("goes by the site's name where there is a certificate for it", () => {
    const own = cdnIn(synthesize({ stage: 'production', certificateArn }).site as Template);
    expect(own.Aliases).toEqual([new URL(SITE_URL).hostname]);
    expect(own.ViewerCertificate).toMatchObject({
      AcmCertificateArn: certificateArn,
      MinimumProtocolVersion: 'TLSv1.2_2021',
    });
  });

  it('goes by its own name where there is none', () => {
    expect([cdn.Aliases, cdn.ViewerCertificate]).toEqual([undefined, undefined]);
  });

  it('keeps no log of who asked for what', () => {
    expect(cdn.Logging).toBeUndefined();
    expect(ofType(site, 'AWS::Logs::DeliverySource')).toEqual([]);
  });

  it('is not on the emulator, which refuses it', () => {
    expect(resourcesOf('local', 'AWS::CloudFront::Distribution')).toEqual([]);
  });

  it("lets a browser reach an issuer of one's own instead of a pool", () => {
    const { site: other } = synthesize({
      stage: 'production',
      tokenIssuer: {
        ...{ url: 'https://login.example.org/tenant', audience: 'groundswell-api' },
        ...{ clientId: 'groundswell-pages', rolesClaim: 'roles' },
        jwksUri: 'https://login.example.org/keys',
      },
    });
    const text = JSON.stringify(other);
    expect(text).toContain("connect-src 'self' https://login.example.org;");
    expect(text).not.toContain('amazoncognito');
    const outputs = (other as Template).Outputs as Record<string, { Value: string }>;
    expect(JSON.parse(outputs.PagesConfig?.Value ?? '').signIn).toEqual({
      ...{ issuer: 'https://login.example.org/tenant', clientId: 'groundswell-pages' },
      rolesClaim: 'roles',
    });
  });
});
