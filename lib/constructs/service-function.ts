import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import {
  Grant,
  type IGrantable,
  type IPrincipal,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import {
  type CountingFunction,
  type CustomMetric,
  METRIC_NAMESPACE,
} from '../../schemas/metric.ts';
import type { Settings } from '../../schemas/settings.ts';
import { bundledCode } from './bundling.ts';
import { dataProtection } from './data-protection.ts';
import { onFailureTo } from './on-failure-to.ts';
import type { AlarmWords, Operators } from './operators.ts';
import type { PrivateBucket } from './private-bucket.ts';
import { stageName } from './stage-name.ts';

const ASYNCHRONOUS_RETRIES = 2;
const ASYNCHRONOUS_MAXIMUM_AGE = Duration.hours(1);
const FIVE_MINUTES = Duration.minutes(5);
const CLOSE_TO_TIMEOUT = 0.8;

/** The variables that a function's `env.ts` asks for; all of them are strings on the way. */
export type EnvironmentOf<Input extends object> = { readonly [Name in keyof Input]-?: string };

/** A function, whatever it takes from its environment. */
export type AnyFunction = Pick<ServiceFunction<object>, 'function' | 'grantPrincipal' | 'node'>;

type AnyMetric = CustomMetric<CountingFunction>;

/** When a function is worth waking someone for, and what it means for people then. */
export interface WatchedRuns {
  readonly errorImpact: string;
  /** Bad periods of five minutes, of the three that are looked at, that make it so. */
  readonly badPeriods: number;
}

/** Something that a function counts itself, and how much of it is worth waking someone. */
export interface WatchedCount extends AlarmWords {
  readonly metric: IMetric;
  /** @default 1 */
  readonly threshold?: number;
  /**
   * Periods in a row.
   *
   * @default 1
   */
  readonly periods?: number;
  /** Where alone it is counted, such as `a race was lost`: else nothing is said of it. */
  readonly countedWhere: string;
}

/** Properties of {@link ServiceFunction}; `Input` is what the function's `env.ts` takes in. */
export interface ServiceFunctionProps<Input extends object> {
  readonly settings: Settings;
  /** Last part of the function's and its role's name, such as `intake`. */
  readonly name: string;
  /** The function's folder below `functions/`. */
  readonly folder: string;
  readonly description: string;
  readonly environment: EnvironmentOf<Input>;
  readonly timeout: Duration;
  readonly memorySizeMiB: number;
  /** Where an asynchronous event ends whose every attempt failed. */
  readonly failures?: PrivateBucket;
}

/**
 * A function of Groundswell: its bundle, its log, and a role that may write this log and nothing
 * else until something is granted. Function and role have fixed names, so that other stacks and
 * resource policies can speak of them without a reference.
 */
export class ServiceFunction<Input extends object> extends Construct implements IGrantable {
  readonly function: LambdaFunction;
  readonly grantPrincipal: IPrincipal;
  private readonly service: string;
  private readonly timeout: Duration;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<Input>) {
    super(scope, id);
    const { settings, name, folder, description, timeout, memorySizeMiB, failures } = props;
    const functionName = stageName(settings, name);
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: settings.logRetentionDays,
      removalPolicy: dataProtection(settings).removalPolicy,
    });
    const role = new Role(this, 'Role', {
      roleName: functionName,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logGroup.grantWrite(role);
    this.function = new LambdaFunction(this, 'Function', {
      functionName,
      description,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel[settings.logLevel],
      code: bundledCode(this, folder),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout,
      memorySize: memorySizeMiB,
      environment: {
        ...props.environment,
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_LOG_LEVEL: settings.logLevel,
      },
    });
    this.grantPrincipal = role;
    this.service = name;
    this.timeout = timeout;
    if (failures) {
      this.function.configureAsyncInvoke({
        retryAttempts: ASYNCHRONOUS_RETRIES,
        maxEventAge: ASYNCHRONOUS_MAXIMUM_AGE,
        onFailure: onFailureTo(failures),
      });
    }
  }

  /** Allows to call the function. */
  grantInvoke(grantee: IGrantable): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [this.function.functionArn],
    });
  }

  /** Something that the function counts itself. */
  protected counted(metricName: AnyMetric, statistic: string, period: Duration): Metric {
    return new Metric({
      namespace: METRIC_NAMESPACE,
      metricName,
      dimensionsMap: { service: this.service, function: this.function.functionName },
      statistic,
      period,
    });
  }

  /** Tells the operators when too much is counted; that nothing is said of it is good. */
  protected watchCount(
    operators: Operators,
    id: string,
    { countedWhere, threshold = 1, periods = 1, ...watched }: WatchedCount,
  ): void {
    operators.watch(this, id, {
      ...watched,
      threshold,
      periods,
      silence: { means: 'good', because: `It is counted only where ${countedWhere}.` },
    });
  }

  /** Tells the operators when the slowest runs come close to the timeout. */
  protected watchDuration(operators: Operators, { errorImpact, badPeriods }: WatchedRuns): void {
    operators.watch(this, 'Slow', {
      name: `${this.service}-slow`,
      errorImpact,
      section: 'slow',
      metric: this.function.metricDuration({ statistic: 'p99', period: FIVE_MINUTES }),
      threshold: CLOSE_TO_TIMEOUT * this.timeout.toMilliseconds(),
      periods: 3,
      badPeriods,
      silence: { means: 'good', because: 'Nobody waits for a function that is not called.' },
    });
  }

  /** Tells the operators when runs fail, twice at least in a period: one is made up for. */
  protected watchErrors(operators: Operators, { errorImpact, badPeriods }: WatchedRuns): void {
    operators.watch(this, 'Failing', {
      name: `${this.service}-failing`,
      errorImpact,
      metric: this.function.metricErrors({ statistic: 'Sum', period: FIVE_MINUTES }),
      threshold: 2,
      periods: 3,
      badPeriods,
      silence: { means: 'good', because: 'What is not called does not fail.' },
    });
  }
}
