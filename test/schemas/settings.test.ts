import { describe, expect, it } from 'vitest';
import { Settings, type SettingsInput } from '../../schemas/settings.ts';

const settings = (overrides: Partial<SettingsInput> = {}): SettingsInput => ({
  stage: 'test',
  region: 'us-east-1',
  siteUrl: 'https://poll.example.org',
  removalPolicy: 'destroy',
  logRetentionDays: 7,
  throttle: { requestsPerSecond: 10, burst: 20 },
  rollUpMinutes: 60,
  batchingWindowSeconds: 10,
  graceSeconds: 60,
  cacheSeconds: 15,
  intakeTimeoutSeconds: 10,
  ...overrides,
});

const faultyPaths = (input: unknown): readonly string[] =>
  (Settings.safeParse(input).error?.issues ?? []).map(({ path }) => path.join('.'));

type Field = { readonly description?: string | undefined; unwrap?: () => Field; shape?: Shape };
type Shape = Readonly<Record<string, Field>>;

/** Names of settings, those within another as `throttle.burst`, that have no description. */
const undocumented = (shape: Shape, prefix = ''): readonly string[] =>
  Object.entries(shape).flatMap(([name, field]) => [
    ...(field.description ? [] : [`${prefix}${name}`]),
    ...undocumented(field.shape ?? field.unwrap?.().shape ?? {}, `${prefix}${name}.`),
  ]);

describe('Settings', () => {
  it('document each of themselves', () => {
    expect(undocumented(Settings.shape as unknown as Shape)).toEqual([]);
  });

  it('have defaults for what seldom differs', () => {
    expect(Settings.parse(settings())).toMatchObject({
      logLevel: 'INFO',
      nightlyCheckHour: 7,
      eventArchiveDays: 365,
    });
  });

  it('take addresses with or without a slash at the end', () => {
    const parsed = Settings.parse(settings({ siteUrl: 'https://poll.example.org/' }));
    expect(parsed.siteUrl).toBe('https://poll.example.org');
  });

  it('keep the longest name of a bucket within the 63 characters that S3 allows', () => {
    const longest = `groundswell-${'s'.repeat(11)}-checkpoints-000000000000-ap-southeast-2`;
    expect(longest.length).toBeLessThanOrEqual(63);
    expect(faultyPaths(settings({ stage: 's'.repeat(12) }))).toEqual(['stage']);
  });

  it.each([
    ['stage', 'Production'],
    ['region', 'Virginia'],
    ['siteUrl', 'poll.example.org'],
    ['siteUrl', 'javascript:alert(1)'],
    ['logRetentionDays', 8],
    ['rollUpMinutes', 0],
    ['nightlyCheckHour', 24],
    ['intakeTimeoutSeconds', 30],
    ['removalPolicy', 'keep'],
    ['throttle', { requestsPerSecond: 10 }],
    ['tokenIssuer', 'https://login.example.org'],
  ])('refuse %s: %j', (name, value) => {
    const [path] = faultyPaths({ ...settings(), [name]: value });
    expect(path?.split('.')[0]).toBe(name);
  });

  it('refuse a setting that they do not know', () => {
    const { error } = Settings.safeParse({ ...settings(), graceSecond: 60 });
    expect(error?.issues[0]?.message).toContain('graceSecond');
  });

  it('refuse a grace that a late answer could outlast', () => {
    expect(faultyPaths(settings({ graceSeconds: 35 }))).toEqual(['graceSeconds']);
    expect(faultyPaths(settings({ graceSeconds: 36 }))).toEqual([]);
  });
});
