import { Annotations, App, type StackProps, Tags } from 'aws-cdk-lib';
import { ApiStack } from '../lib/api-stack.ts';
import { DataStack } from '../lib/data-stack.ts';
import { OperationsStack } from '../lib/operations-stack.ts';
import { PipelineStack } from '../lib/pipeline-stack.ts';
import {
  EMULATED_STAGE,
  readSettings,
  type Settings,
  SettingsError,
  type StatedSettings,
} from '../lib/read-settings.ts';
import { settingOverrides } from '../lib/setting-overrides.ts';
import { SiteStack } from '../lib/site-stack.ts';

/** What every stage on AWS has in common. */
const onAws = {
  region: 'us-east-1',
  rollUpMinutes: 60,
  batchingWindowSeconds: 10,
  graceSeconds: 60,
  cacheSeconds: 15,
  intakeTimeoutSeconds: 10,
} as const satisfies Partial<StatedSettings>;

/** The stages. A new one needs no more than its settings here. */
export const stages: Readonly<Record<string, StatedSettings>> = {
  local: {
    region: 'us-east-1',
    siteUrl: 'http://localhost:8080',
    removalPolicy: 'destroy',
    logRetentionDays: 1,
    throttle: { requestsPerSecond: 1000, burst: 1000 },
    rollUpMinutes: 1,
    batchingWindowSeconds: 1,
    graceSeconds: 26,
    cacheSeconds: 5,
    intakeTimeoutSeconds: 5,
  },
  development: {
    ...onAws,
    siteUrl: 'http://localhost:8080',
    removalPolicy: 'destroy',
    logRetentionDays: 7,
    logLevel: 'DEBUG',
    throttle: { requestsPerSecond: 50, burst: 100 },
    eventArchiveDays: 7,
  },
  production: {
    ...onAws,
    siteUrl: 'https://groundswell.example',
    removalPolicy: 'retain',
    logRetentionDays: 90,
    throttle: { requestsPerSecond: 200, burst: 400 },
  },
};

const DEFAULT_STAGE = 'development';

/** Settings of the stage that the context names, with what else the context overrides. */
const settingsOf = (app: App): Settings => {
  const stage = String(app.node.tryGetContext('stage') ?? DEFAULT_STAGE);
  const stated = Object.hasOwn(stages, stage) ? stages[stage] : undefined;
  if (!stated) {
    throw new SettingsError(
      `Wrong settings:\n  stage: one of ${Object.keys(stages).join(', ')}, not "${stage}"`,
    );
  }
  return readSettings({ stage, ...stated }, settingOverrides(app.node));
};

/** Puts the stacks of one stage into an app. */
export const addStacks = (app: App): void => {
  const settings = settingsOf(app);
  const { stage, region, siteUrl, removalPolicy, operatorEmails } = settings;
  const stackProps = (name: string, description: string): StackProps => ({
    stackName: `groundswell-${stage}-${name}`,
    description: `Groundswell (${stage}): ${description}`,
    env: { region },
  });

  const data = new DataStack(app, 'Data', {
    ...stackProps('data', 'tables, buckets, events and people'),
    terminationProtection: removalPolicy === 'retain',
    settings,
  });
  const pipeline = new PipelineStack(app, 'Pipeline', {
    ...stackProps('pipeline', 'from responses to released reports'),
    settings,
    data,
  });
  const apiProps = stackProps('api', 'the HTTP API');
  const api = new ApiStack(app, 'Api', { ...apiProps, settings, data, pipeline });
  // Its emulator has neither archives nor a CDN, nor what watches over a deployment.
  if (stage !== EMULATED_STAGE) {
    new SiteStack(app, 'Site', {
      ...stackProps('site', 'the pages, and one origin for them and the API'),
      settings,
      data,
      api,
    });
    new OperationsStack(app, 'Operations', {
      ...stackProps('operations', 'what watches over the stage'),
      settings,
      data,
      pipeline,
      api,
    });
  }

  Tags.of(app).add('application', 'groundswell');
  Tags.of(app).add('stage', stage);
  if (new URL(siteUrl).hostname.endsWith('.example')) {
    Annotations.of(data).addWarningV2(
      'groundswell:siteUrl',
      'siteUrl is still an example: set it in bin/groundswell.ts or with -c siteUrl=https://..., or nobody can sign in',
    );
  }
  if (removalPolicy === 'retain' && operatorEmails.length === 0) {
    Annotations.of(data).addWarningV2(
      'groundswell:operatorEmails',
      'operatorEmails is empty: set it in bin/groundswell.ts, or no alarm reaches anybody',
    );
  }
};

/** Wrong settings are for people to read: no stack trace, and no half of an app is synthesized. */
const addStacksOrTell = (app: App): void => {
  try {
    addStacks(app);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(`\n${error.message}\n\ndocs/settings.md describes every setting.\n`);
    process.exit(1);
  }
};

if (import.meta.main) addStacksOrTell(new App());
