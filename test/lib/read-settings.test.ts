import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { stages } from '../../bin/groundswell.ts';
import { readSettings, SettingsError } from '../../lib/read-settings.ts';
import { settingOverrides } from '../../lib/setting-overrides.ts';
import { Settings } from '../../schemas/settings.ts';

const stated = { stage: 'test', ...stages.development };

describe('readSettings', () => {
  it('prefers overrides', () => {
    expect(readSettings(stated, { rollUpMinutes: 5 }).rollUpMinutes).toBe(5);
  });

  it('names every wrong setting at once, with what was expected', () => {
    const read = () =>
      readSettings(stated, { siteUrl: 'here', throttle: { requestsPerSecond: '5', burst: 5 } });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/siteUrl: an https address without a path/);
    expect(read).toThrow(/throttle\.requestsPerSecond: .*expected (?:number|int)/);
  });
});

/** Values that a setting refuses, each with what the message says was expected. */
const WRONG: readonly (readonly [name: string, value: unknown, expected: RegExp])[] = [
  ['stage', 'Production', /stage: at most 11 lower-case letters and digits/],
  ['region', 'Ohio', /region: an AWS region such as "us-east-1"/],
  ['siteUrl', 'http://poll.example.org', /siteUrl: an https address without a path such as/],
  ['siteUrl', 'https://poll.example.org/form', /siteUrl: an https address without a path such as/],
  [
    'certificateArn',
    'arn:aws:acm:us-west-2:111122223333:certificate/1',
    /certificateArn: .*us-east-1/,
  ],
  ['timeZone', 'Central', /timeZone: an IANA time zone such as "America\/Chicago"/],
  ['removalPolicy', 'keep', /removalPolicy: .*"retain"\|"destroy"/],
  ['logRetentionDays', 2, /logRetentionDays: .*1\|3\|5\|7/],
  ['logLevel', 'info', /logLevel: .*"INFO"/],
  ['logLevel', 'WARN', /logLevel: .*"DEBUG"\|"INFO"/],
  ['logLevel', 'ERROR', /logLevel: .*"DEBUG"\|"INFO"/],
  ['throttle', { requestsPerSecond: 0, burst: 1 }, /throttle\.requestsPerSecond: .*>=1/],
  ['throttle', { requestsPerSecond: 1 }, /throttle\.burst: .*expected number/],
  ['throttle', { requestsPerSecond: 1, burst: 1, per: 1 }, /throttle\.per: no setting/],
  ['rollUpMinutes', 0, /rollUpMinutes: .*>=1/],
  ['rollUpMinutes', 1.5, /rollUpMinutes: .*int/],
  ['nightlyCheckHour', 24, /nightlyCheckHour: .*<=23/],
  ['batchingWindowSeconds', 301, /batchingWindowSeconds: .*<=300/],
  ['graceSeconds', 20, /graceSeconds: more than \d+/],
  ['cacheSeconds', 16, /cacheSeconds: .*<=15/],
  ['intakeTimeoutSeconds', 30, /intakeTimeoutSeconds: .*<=29/],
  ['eventArchiveDays', 0, /eventArchiveDays: .*>=1/],
  ['failureRetentionDays', 15, /failureRetentionDays: .*<=14/],
  ['operatorEmails', ['engineer'], /operatorEmails\.0: an email address/],
  ['operatorEmails', 'a@example.org', /operatorEmails: .*expected array/],
  ['plannerEmails', ['a@example.org', 'a@example.org'], /plannerEmails: each address once/],
  ['monthlyBudgetUsd', 0, /monthlyBudgetUsd: .*>=1/],
  ['restoredTables', { responses: { name: 'r2' } }, /restoredTables\.responses\.name: .*3 to 255/],
  ['restoredTables', { polls: {} }, /restoredTables\.polls\.name: .*expected string/],
  [
    'restoredTables',
    {
      responses: {
        name: 'restored',
        streamArn:
          'arn:aws:dynamodb:us-east-1:111122223333:table/other/stream/2027-01-31T12:00:00.000',
      },
    },
    /restoredTables\.responses: a stream of the table that is named/,
  ],
  ['tokenIssuer', { url: 'http://login.example.org' }, /tokenIssuer\.url: an https address/],
  ['userPoolEndpoint', 'localhost', /userPoolEndpoint: an http or https address/],
  ['rollupMinutes', 5, /rollupMinutes: no setting has this name/],
];

describe('a wrong setting', () => {
  it.each(WRONG)('is refused with its name and what was expected: %s = %j', (name, value, told) => {
    const read = () => readSettings(stated, { [name]: value });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(told);
  });

  it('is tried above for every setting that there is', () => {
    const tried = new Set(WRONG.map(([name]) => name));
    expect(Object.keys(Settings.shape).filter((name) => !tried.has(name))).toEqual([]);
  });

  it('is a certificate for a site without TLS', () => {
    const certificateArn =
      'arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555';
    const read = (siteUrl: string) => () => readSettings(stated, { siteUrl, certificateArn });
    expect(read('http://localhost:8080')).toThrow(/certificateArn: only where siteUrl is an https/);
    expect(read('https://poll.example.org')).not.toThrow();
  });
});

describe('settingOverrides', () => {
  const overrides = (context: Record<string, unknown>) =>
    settingOverrides(new App({ context }).node);

  it('takes words as they are, and numbers and objects as JSON', () => {
    expect(
      overrides({
        siteUrl: 'https://poll.example.org',
        rollUpMinutes: '30',
        throttle: '{"requestsPerSecond":5,"burst":10}',
        logRetentionDays: 30,
      }),
    ).toEqual({
      siteUrl: 'https://poll.example.org',
      rollUpMinutes: 30,
      throttle: { requestsPerSecond: 5, burst: 10 },
      logRetentionDays: 30,
    });
  });

  it("leaves the CDK's own context alone", () => {
    expect(
      overrides({ '@aws-cdk/core:some-flag': true, 'aws:cdk:x': 1, 'cli-telemetry': false }),
    ).toEqual({});
  });

  it('keeps a misspelled name, so that it is refused', () => {
    expect(overrides({ rollupMinutes: '5' })).toEqual({ rollupMinutes: 5 });
  });
});
