import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  type HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, LogGroup, type MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { METRIC_NAMESPACE, THROTTLED_REQUESTS } from '../../schemas/metric.ts';
import type { Settings, TokenIssuer } from '../../schemas/settings.ts';
import { acknowledge } from './acknowledge.ts';
import { dataProtection } from './data-protection.ts';
import type { Operators } from './operators.ts';
import type { AnyFunction } from './service-function.ts';
import { stageName } from './stage-name.ts';

/** Properties of {@link HttpGateway}. */
export interface HttpGatewayProps {
  readonly settings: Settings;
  /** Whose tokens protected routes ask for. */
  readonly tokenIssuer: TokenIssuer;
  /** Answers whatever no route names. */
  readonly fallback: AnyFunction;
}

/** A path and its methods. */
export interface Route {
  readonly path: string;
  readonly methods: HttpMethod[];
}

/**
 * What a request leaves in the log: enough to see that something is wrong, nothing that tells
 * who asked. A path would hold a response id, an address and a user agent the person.
 */
export const ACCESS_LOG_FIELDS = {
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  /** What the function answered; `-` where the gateway itself did. */
  functionStatus: '$context.integration.status',
} as const;

const FIVE_MINUTES = Duration.minutes(5);
const ONE_HOUR = Duration.hours(1);

/** Fewer than this within a period may be a function that was just being replaced. */
export const LEAST_FAILURES = 3;

/** Fewer than this were a rush of a moment: clients came again by themselves. */
const MANY_REFUSED = 20;

const OPEN_ROUTE =
  'Open by design: respondents have no account, the function checks the receipt; what a poll asks is public; reports check the token themselves where their poll is not public.';

/** The HTTP API: its routes, the check of tokens, throttling and the access log. */
export class HttpGateway extends Construct {
  readonly id: string;
  readonly url: string;
  private readonly api: HttpApi;
  private readonly authorizer: HttpJwtAuthorizer;
  private readonly refused: MetricFilter;

  constructor(scope: Construct, id: string, props: HttpGatewayProps) {
    super(scope, id);
    const { settings, tokenIssuer, fallback } = props;
    this.api = new HttpApi(this, 'Api', {
      apiName: stageName(settings, 'api'),
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration('Fallback', fallback.function),
    });
    const fallbackRoute = this.api.node.findChild('DefaultRoute');
    acknowledge(fallbackRoute, 'AwsSolutions-APIG4', 'It tells anyone that there is nothing.');
    this.authorizer = new HttpJwtAuthorizer('Tokens', tokenIssuer.url, {
      jwtAudience: [tokenIssuer.audience],
    });
    this.id = this.api.apiId;
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/apigateway/${stageName(settings, 'api')}`,
      retention: settings.logRetentionDays,
      removalPolicy: dataProtection(settings).removalPolicy,
    });
    this.url = this.addStage(settings, log).url;
    // The API's own metrics have no 429 apart from other refusals. A filter's metric has no
    // dimensions of its own choosing, so the stage is part of the namespace.
    this.refused = log.addMetricFilter('Refused', {
      filterName: stageName(settings, 'throttled-requests'),
      filterPattern: FilterPattern.all(
        FilterPattern.stringValue('$.status', '=', '429'),
        FilterPattern.stringValue('$.functionStatus', '!=', '429'),
      ),
      metricNamespace: `${METRIC_NAMESPACE}/${settings.stage}`,
      metricName: THROTTLED_REQUESTS,
    });
  }

  /** Sends routes to a function; whoever calls them needs no token. */
  addOpenRoutes(target: AnyFunction, routes: readonly Route[]): void {
    this.addRoutes(target, routes, undefined);
  }

  /** Sends routes to a function, behind a check of the caller's token. */
  addProtectedRoutes(target: AnyFunction, routes: readonly Route[]): void {
    this.addRoutes(target, routes, this.authorizer);
  }

  /** One of the metrics that AWS keeps of the API, such as `5xx`. */
  metric(metricName: string, period: Duration, statistic = 'Sum'): Metric {
    return new Metric({
      namespace: 'AWS/ApiGateway',
      metricName,
      dimensionsMap: { ApiId: this.id },
      statistic,
      period,
    });
  }

  /** Tells the operators when requests go on failing, be they few or of one route, or are refused. */
  watchedBy(operators: Operators): void {
    operators.watch(this, 'Failing', {
      name: 'requests-failing',
      errorImpact:
        'Some requests go on failing though nothing is wrong with them: answers, reports or the work of an administrator.',
      metric: this.metric('5xx', ONE_HOUR),
      threshold: LEAST_FAILURES,
      // An outage that is over within an hour is api-failing's to tell, or nobody's.
      periods: 3,
      badPeriods: 2,
      silence: { means: 'good', because: 'Without requests none can fail.' },
    });
    operators.watch(this, 'Throttled', {
      name: 'requests-throttled',
      errorImpact:
        'More requests come than the gateway lets through: people are asked to wait, honest ones too.',
      metric: this.refused.metric({ statistic: 'Sum', period: FIVE_MINUTES }),
      threshold: MANY_REFUSED,
      periods: 3,
      badPeriods: 2,
      silence: { means: 'good', because: 'It is counted only where a request was refused.' },
    });
  }

  private addRoutes(
    target: AnyFunction,
    routes: readonly Route[],
    authorizer: HttpJwtAuthorizer | undefined,
  ): void {
    const integration = new HttpLambdaIntegration(target.node.id, target.function);
    for (const route of routes) {
      const added = this.api.addRoutes({
        ...route,
        integration,
        ...(authorizer && { authorizer }),
      });
      if (!authorizer) for (const one of added) acknowledge(one, 'AwsSolutions-APIG4', OPEN_ROUTE);
    }
  }

  private addStage(settings: Settings, log: LogGroup): HttpStage {
    const { requestsPerSecond, burst } = settings.throttle;
    return new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG_FIELDS)),
      },
    });
  }
}
