import { Duration } from 'aws-cdk-lib';
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
import type { Settings } from '../../schemas/settings.ts';
import { bundledCode } from './bundling.ts';
import { dataProtection } from './data-protection.ts';
import { onFailureTo } from './on-failure-to.ts';
import type { PrivateBucket } from './private-bucket.ts';
import { stageName } from './stage-name.ts';

const ASYNCHRONOUS_RETRIES = 2;
const ASYNCHRONOUS_MAXIMUM_AGE = Duration.hours(1);

/** The variables that a function's `env.ts` asks for; all of them are strings on the way. */
export type EnvironmentOf<Input extends object> = { readonly [Name in keyof Input]-?: string };

/** A function, whatever it takes from its environment. */
export type AnyFunction = Pick<ServiceFunction<object>, 'function' | 'grantPrincipal' | 'node'>;

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
}
