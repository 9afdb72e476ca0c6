import { readFileSync } from 'node:fs';
import { Aws, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../schemas/settings.ts';
import type { ApiStack } from './api-stack.ts';
import { acknowledge } from './constructs/acknowledge.ts';
import { addOutputs } from './constructs/outputs.ts';
import { PrivateBucket } from './constructs/private-bucket.ts';
import { apiHeaders, pageHeaders } from './constructs/site-headers.ts';
import { stageName } from './constructs/stage-name.ts';
import type { DataStack } from './data-stack.ts';

const ROUTES = new URL('./site/rewrite-page-routes.js', import.meta.url);
const API_PATHS = ['/v1/*', '/p/*'];

/** Everything that CloudFront would otherwise keep for ten seconds and answer others with. */
const ERRORS = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** Properties of {@link SiteStack}. */
export interface SiteStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly api: ApiStack;
}

/**
 * The one origin that people meet: the pages from their bucket, the rest from the API. The pages
 * are put there by `npm run publish:pages`: what the CDK has for it is a function that may read all of
 * its assets and whose rights are patterns.
 */
export class SiteStack extends Stack {
  constructor(scope: Construct, id: string, props: SiteStackProps) {
    const { settings, data, api, ...stackProps } = props;
    super(scope, id, stackProps);
    const pages = new PrivateBucket(this, 'Pages', {
      settings,
      name: 'pages',
      noAccessLogBecause: 'Only the CDN asks for the pages, which are no secret.',
    });
    const distribution = new Distribution(this, 'Cdn', {
      comment: stageName(settings, 'site'),
      defaultBehavior: this.pagesBehavior(settings, data, pages),
      additionalBehaviors: this.apiBehaviors(settings, api),
      errorResponses: ERRORS.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...this.ownName(settings),
    });
    this.acknowledgeFor(distribution, settings);
    addOutputs(this, {
      PagesBucket: pages.bucket.bucketName,
      PagesConfig: this.toJsonString({ signIn: data.signIn.config }),
      CdnDomain: distribution.distributionDomainName,
    });
  }

  private pagesBehavior(
    settings: Settings,
    { signIn }: DataStack,
    pages: PrivateBucket,
  ): BehaviorOptions {
    const pageRoutes = new EdgeFunction(this, 'PageRoutes', {
      functionName: stageName(settings, 'page-routes'),
      comment: 'Answers every address of a page with the one document that there is',
      code: FunctionCode.fromInline(readFileSync(ROUTES, 'utf8')),
      runtime: FunctionRuntime.JS_2_0,
    });
    return {
      origin: S3BucketOrigin.withOriginAccessControl(pages.bucket as IBucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: pageHeaders(this, settings, signIn.origin),
      functionAssociations: [{ function: pageRoutes, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  /** The API decides what may be kept, and checks who asks; so nothing is kept here. */
  private apiBehaviors(settings: Settings, { gateway }: ApiStack): Record<string, BehaviorOptions> {
    const domain = `${gateway.id}.execute-api.${settings.region}.${Aws.URL_SUFFIX}`;
    const behavior: BehaviorOptions = {
      origin: new HttpOrigin(domain, { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: apiHeaders(this, settings),
    };
    return Object.fromEntries(API_PATHS.map((path) => [path, behavior]));
  }

  private ownName({ certificateArn, siteUrl }: Settings) {
    if (certificateArn === undefined) return {};
    const certificate = Certificate.fromCertificateArn(this, 'Certificate', certificateArn);
    return {
      certificate,
      domainNames: [new URL(siteUrl).hostname],
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    };
  }

  private acknowledgeFor(distribution: Distribution, { certificateArn }: Settings): void {
    acknowledge(
      distribution,
      'AwsSolutions-CFR1',
      'Who may answer does not depend on where: people in recovery travel, and their phones are routed anywhere.',
    );
    acknowledge(
      distribution,
      'AwsSolutions-CFR2',
      'A firewall looks at addresses, which nobody here should; the gateway throttles, and intake slows down floods.',
    );
    acknowledge(
      distribution,
      'AwsSolutions-CFR3',
      'A log of the CDN would know which address asked for which form; how requests fare is in the access log of the API, without either.',
    );
    if (certificateArn !== undefined) return;
    acknowledge(
      distribution,
      'AwsSolutions-CFR4',
      'Without a certificate of its own the CDN goes by its own name, whose protocol CloudFront chooses.',
    );
  }
}
