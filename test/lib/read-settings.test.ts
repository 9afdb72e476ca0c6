import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { stages } from '../../bin/groundswell.ts';
import { readSettings, SettingsError } from '../../lib/read-settings.ts';
import { settingOverrides } from '../../lib/setting-overrides.ts';

const stated = { stage: 'test', ...stages.development };

describe('readSettings', () => {
  it('prefers overrides', () => {
    expect(readSettings(stated, { rollUpMinutes: 5 }).rollUpMinutes).toBe(5);
  });

  it('names every wrong setting at once, with what was expected', () => {
    const read = () =>
      readSettings(stated, { siteUrl: 'here', throttle: { requestsPerSecond: '5', burst: 5 } });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/siteUrl: an http or https address/);
    expect(read).toThrow(/throttle\.requestsPerSecond: .*expected (?:number|int)/);
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

  it('leaves context alone that is no setting', () => {
    expect(overrides({ '@aws-cdk/core:some-flag': true, other: '1' })).toEqual({});
  });
});
