import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { customMetrics } from '../../schemas/metric.ts';
import { alarmsOf, budgetSectionsOf, sectionOf } from './alarms.ts';
import { resolve } from './resolve.ts';
import { resourcesOf, STAGES, synthesize } from './synthesized.ts';

const LONGEST_DESCRIPTION = 1024;
const LEAST_WORDS = 8;

const namesOf = (stage: (typeof STAGES)[number], stack?: string) =>
  alarmsOf(stage)
    .filter((alarm) => stack === undefined || alarm.stack === stack)
    .map(({ name }) => name)
    .sort();

describe('the alarms', () => {
  it('stand in the stack of what they watch, those on several things in operations', () => {
    expect(namesOf('production', 'data')).toEqual(['failures-untold', 'failures-waiting']);
    expect(namesOf('production', 'api')).toEqual([
      'administration-slow',
      'directory-slow',
      'form-slow',
      'intake-slow',
      'participation-slow',
      'reports-slow',
      'requests-failing',
      'requests-throttled',
    ]);
    expect(namesOf('production', 'pipeline')).toEqual([
      'check-late',
      'drift-found',
      'records-uncountable',
      'release-untold',
      'release-withheld',
      'rollup-failing',
      'rollup-late',
      'rollup-slow',
      'sealed-early',
      'submissions-slowed',
      'sweep-failing',
      'sweep-slow',
      'tally-behind',
      'tally-contention',
      'tally-failing',
      'tally-slow',
    ]);
    expect(namesOf('production', 'operations')).toEqual([
      'answers-refused',
      'api-failing',
      'counting-stopped',
      'functions-throttled',
      'tables-throttled',
    ]);
  });

  it('are on the machine of a developer, too, but for those in operations', () => {
    const elsewhere = alarmsOf('production').filter(({ stack }) => stack !== 'operations');
    expect(namesOf('local')).toEqual(elsewhere.map(({ name }) => name).sort());
  });

  it('are none that the emulator refuses, outside of operations', () => {
    for (const { composite, resource } of alarmsOf('local')) {
      expect(composite).toBe(false);
      expect(resource.Properties.Metrics).toBeUndefined();
    }
  });
});

describe.each(STAGES)('every alarm of stage %s', (stage) => {
  it('says what it means for people, and where to read on', () => {
    for (const alarm of alarmsOf(stage)) {
      const impact = alarm.description.replace(/ What to do: .*/, '');
      expect(impact.split(' ').length, alarm.name).toBeGreaterThanOrEqual(LEAST_WORDS);
      expect(impact, alarm.name).toMatch(/\.$/);
      expect(sectionOf(alarm), alarm.name).toBeDefined();
      expect(alarm.description.length).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
    }
  });

  it('has a reason for what it makes of missing data', () => {
    for (const { name, composite, resource } of alarmsOf(stage)) {
      if (composite) continue;
      expect(resource.Properties.TreatMissingData, name).toMatch(/^(?:notBreaching|breaching)$/);
      expect(resource.Metadata?.silence, name).toMatch(/^[A-Z].{20,}\.$/);
    }
  });

  it('tells the operators when it begins and when it ends, or is part of one that does', () => {
    const topic = `arn:aws:sns:us-east-1:000000000000:groundswell-${stage}-operators`;
    const together = alarmsOf(stage).filter(({ composite }) => composite);
    for (const { name, stack, resource } of alarmsOf(stage)) {
      const { AlarmActions, OKActions } = resolve(stage, stack, resource.Properties) as {
        AlarmActions?: readonly string[];
        OKActions?: readonly string[];
      };
      const told = together.some((one) =>
        JSON.stringify(one.resource.Properties.AlarmRule).includes(`"${resource.id}"`),
      );
      expect([AlarmActions, OKActions], name).toEqual(
        told ? [undefined, undefined] : [[topic], [topic]],
      );
    }
  });

  it('watches a metric that somebody reports', () => {
    const known = Object.entries(customMetrics).flatMap(([service, names]) =>
      names.map((name) => `${name} of ${service}`),
    );
    for (const { stack, resource } of alarmsOf(stage)) {
      const { Namespace, MetricName, Dimensions } = resolve(stage, stack, resource.Properties) as {
        Namespace?: string;
        MetricName?: string;
        Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
      };
      if (Namespace !== 'Groundswell') continue;
      const value = (name: string) => Dimensions?.find(({ Name }) => Name === name)?.Value;
      expect(known).toContain(`${MetricName} of ${value('service')}`);
      expect(value('function')).toBe(`groundswell-${stage}-${value('service')}`);
      expect(Dimensions).toHaveLength(2);
    }
  });

  it('knows the timeout of every function', () => {
    for (const { stack, id, Properties } of resourcesOf(stage, 'AWS::Lambda::Function')) {
      const name = String(Properties.FunctionName).replace(`groundswell-${stage}-`, '');
      const alarm = alarmsOf(stage).find((one) => one.name === `${name}-slow`);
      expect(alarm, `${name} has no alarm`).toBeDefined();
      expect(alarm?.stack).toBe(stack);
      expect(alarm?.resource.Properties).toMatchObject({
        ExtendedStatistic: 'p99',
        MetricName: 'Duration',
        Dimensions: [{ Name: 'FunctionName', Value: { Ref: id } }],
        Threshold: Number(Properties.Timeout) * 1000 * 0.8,
      });
    }
  });

  it('that expects a roll-up takes its schedule from the settings, and silence for trouble', () => {
    const late = alarmsOf(stage).find(({ name }) => name === 'rollup-late');
    const minutes = stage === 'local' ? 1 : 60;
    expect(late?.resource.Properties).toMatchObject({
      MetricName: 'Invocations',
      Period: 60 * minutes,
      EvaluationPeriods: 3,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it('waits for what a new stage has not yet done, where silence is trouble, and else does not', () => {
    for (const { name, resource } of alarmsOf(stage)) {
      const { Period, EvaluationPeriods, TreatMissingData, WarmUpConfiguration } =
        resource.Properties;
      const looksBack = (Number(Period) * Number(EvaluationPeriods)) / 60;
      expect(WarmUpConfiguration, name).toEqual(
        TreatMissingData === 'breaching' ? { WarmUpPeriodDurationInMinutes: looksBack } : undefined,
      );
    }
  });
});

describe('alarms whose period comes from the settings', () => {
  const DAY_SECONDS = 86_400;

  it.each(['1', '7', '60', '1440'])(
    'stay within what CloudWatch takes: every %s minutes',
    (minutes) => {
      const { pipeline } = synthesize({ stage: 'production', rollUpMinutes: minutes });
      const alarms = Object.values(pipeline?.Resources ?? {}).filter(
        ({ Type }) => Type === 'AWS::CloudWatch::Alarm',
      );
      expect(alarms.length).toBeGreaterThan(0);
      for (const { Properties } of alarms) {
        const [period, periods] = [Number(Properties.Period), Number(Properties.EvaluationPeriods)];
        expect(period % 60).toBe(0);
        expect(period).toBeLessThanOrEqual(DAY_SECONDS);
        expect(period * periods).toBeLessThanOrEqual(period < 3600 ? DAY_SECONDS : 7 * DAY_SECONDS);
      }
    },
  );
});

describe('what watching costs', () => {
  const ALARM = 0.1;
  const COMPOSITE_ALARM = 0.5;
  const CUSTOM_METRIC = 0.3;
  const KEY = 1;
  /** Each of the first two rotations adds as much as the key. */
  const PAID_ROTATIONS = 2;
  const YEARS = 7;
  const FREE_DASHBOARDS = 3;
  const MOST = 8;

  const costOf = (stage: (typeof STAGES)[number]) => {
    const alarms = alarmsOf(stage);
    const watched = alarms.reduce((sum, { metrics }) => sum + metrics, 0);
    const together = alarms.filter(({ composite }) => composite).length;
    const counted = Object.values(customMetrics).flat().length;
    const filtered = resourcesOf(stage, 'AWS::Logs::MetricFilter').length;
    const keys = resourcesOf(stage, 'AWS::KMS::Key').map(({ Properties }) => {
      const rotations = Math.floor((YEARS * 365) / Number(Properties.RotationPeriodInDays ?? 365));
      return KEY * (1 + Math.min(PAID_ROTATIONS, rotations));
    });
    return (
      watched * ALARM +
      together * COMPOSITE_ALARM +
      (counted + filtered) * CUSTOM_METRIC +
      keys.reduce((sum, one) => sum + one, 0)
    );
  };

  it.each(STAGES)(
    'stays below 8 dollars a month with the metrics and the key, for seven years, on stage %s',
    (stage) => {
      expect(costOf(stage)).toBeLessThanOrEqual(MOST);
    },
  );

  it('has dashboards that cost nothing', () => {
    expect(resourcesOf('production', 'AWS::CloudWatch::Dashboard').length).toBeLessThanOrEqual(
      FREE_DASHBOARDS,
    );
  });

  it('counts every metric: a function that counts says so by its name', () => {
    const functions = new URL('../../functions/', import.meta.url);
    const handlers = globSync('*/handler.ts', { cwd: functions.pathname }).map((file) =>
      readFileSync(new URL(file, functions), 'utf8'),
    );
    const counting = handlers.filter((text) => text.includes('createMetrics('));
    const named = handlers.flatMap((text) => /createMetrics<'([a-z]+)'>\(\)/.exec(text)?.[1] ?? []);
    expect(counting).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(Object.keys(customMetrics)).toContain(name);
  });

  it('asks for no other metric that is paid for, such as a request metric', () => {
    const templates = JSON.stringify(
      STAGES.flatMap((stage) =>
        ['AWS::S3::Bucket', 'AWS::ApiGatewayV2::Stage', 'AWS::Lambda::EventSourceMapping'].flatMap(
          (type) => resourcesOf(stage, type),
        ),
      ),
    );
    for (const paid of ['MetricsConfigurations', 'DetailedMetricsEnabled', 'MetricsConfig']) {
      expect(templates).not.toContain(paid);
    }
  });
});

describe.each(STAGES)('requests that the gateway of stage %s refuses', (stage) => {
  const [filter] = resourcesOf(stage, 'AWS::Logs::MetricFilter');
  const [gatewayStage] = resourcesOf(stage, 'AWS::ApiGatewayV2::Stage');
  const { FilterPattern, MetricTransformations = [] } = (filter?.Properties ?? {}) as {
    FilterPattern?: string;
    MetricTransformations?: readonly Readonly<Record<string, string>>[];
  };

  it('are counted in the access log, apart from those that a function asks to wait', () => {
    expect(resourcesOf(stage, 'AWS::Logs::MetricFilter')).toHaveLength(1);
    expect(resolve(stage, 'api', filter?.Properties)).toMatchObject({
      LogGroupName: `/aws/apigateway/groundswell-${stage}-api`,
      FilterPattern: '{ ($.status = "429") && ($.functionStatus != "429") }',
      MetricTransformations: [
        {
          MetricNamespace: `Groundswell/${stage}`,
          MetricName: 'ThrottledRequests',
          MetricValue: '1',
        },
      ],
    });
  });

  it('are looked for in fields that the log has', () => {
    const settings = gatewayStage?.Properties.AccessLogSettings as { Format?: string } | undefined;
    const logged = Object.keys(JSON.parse(settings?.Format ?? '{}'));
    const fields = [...(FilterPattern ?? '').matchAll(/\$\.(\w+)/g)];
    expect(fields).toHaveLength(2);
    for (const [, field] of fields) expect(logged).toContain(field);
  });

  it('are watched under the name that they are counted by', () => {
    const [counted] = MetricTransformations;
    const alarm = alarmsOf(stage).find(({ name }) => name === 'requests-throttled');
    expect(alarm?.resource.Properties).toMatchObject({
      Namespace: counted?.MetricNamespace,
      MetricName: counted?.MetricName,
    });
  });
});

describe('the budget', () => {
  it('tells the operators what was spent and what is going to be', () => {
    const [budget] = resourcesOf('production', 'AWS::Budgets::Budget');
    const subscribers = [
      {
        SubscriptionType: 'SNS',
        Address: 'arn:aws:sns:us-east-1:000000000000:groundswell-production-operators',
      },
    ];
    expect(budgetSectionsOf('production')).toEqual(['spend-above-budget']);
    expect(resolve('production', 'operations', budget?.Properties)).toMatchObject({
      Budget: { BudgetType: 'COST', TimeUnit: 'MONTHLY', BudgetLimit: { Amount: 50, Unit: 'USD' } },
      NotificationsWithSubscribers: [
        { Notification: { NotificationType: 'ACTUAL', Threshold: 80 }, Subscribers: subscribers },
        { Notification: { NotificationType: 'ACTUAL', Threshold: 100 }, Subscribers: subscribers },
        {
          Notification: { NotificationType: 'FORECASTED', Threshold: 100 },
          Subscribers: subscribers,
        },
      ],
    });
  });

  it('has no name of its own, for other notices make a new one beside it', () => {
    const [budget] = resourcesOf('production', 'AWS::Budgets::Budget');
    expect(budget?.Properties.Budget).not.toHaveProperty('BudgetName');
  });
});
