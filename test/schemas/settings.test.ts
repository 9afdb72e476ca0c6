import { describe, expect, it } from 'vitest';
import { LONGEST_BUCKET, Settings, type SettingsInput } from '../../schemas/settings.ts';

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

  it.each([
    ['us-east-1', 11],
    ['us-gov-west-1', 10],
    ['ap-southeast-2', 9],
    ['ap-northeast-1', 9],
  ])(
    'take a stage in %s only as far as names of buckets have room: %i characters',
    (region, most) => {
      const named = (characters: number) => settings({ region, stage: 's'.repeat(characters) });
      expect(faultyPaths(named(most))).toEqual([]);
      expect(faultyPaths(named(most + 1))).toEqual(['stage']);
      const longest = `groundswell-${'s'.repeat(most)}-${LONGEST_BUCKET}-000000000000-${region}`;
      expect(longest.length).toBeLessThanOrEqual(63);
    },
  );

  it.each([
    'http://poll.example.org',
    'http://127.0.0.1:8080',
    'https://poll.example.org/poll',
    'https://poll.example.org/?a=b',
    'https://poll.example.org/#top',
    'https://user@poll.example.org',
    'ftp://localhost',
  ])('refuse an address of the site that is no origin, or where no one can sign in: %s', (url) => {
    expect(faultyPaths(settings({ siteUrl: url }))).toEqual(['siteUrl']);
  });

  it('take addresses as browsers write them', () => {
    const origins = ['https://Poll.Example.org:443//', 'http://localhost:8080'].map(
      (siteUrl) => Settings.parse(settings({ siteUrl })).siteUrl,
    );
    expect(origins).toEqual(['https://poll.example.org', 'http://localhost:8080']);
  });

  describe("take another place of the pool's", () => {
    const at = (userPoolEndpoint: string, siteUrl: string, stage: string) =>
      faultyPaths(settings({ userPoolEndpoint, siteUrl, stage }));

    it('only where it is on the machine itself', () => {
      expect(at('http://127.0.0.1:4566', 'https://poll.example.org', 'test')).toEqual([]);
      expect(at('https://login.example.org', 'https://poll.example.org', 'test')).toEqual([
        'userPoolEndpoint',
      ]);
    });

    it('elsewhere for the stage of the emulator alone, where the site is on the machine', () => {
      expect(at('http://emulator:4566', 'http://localhost:8080', 'local')).toEqual([]);
      expect(at('http://emulator:4566', 'https://poll.example.org', 'local')).toHaveLength(1);
      expect(at('http://emulator:4566', 'http://localhost:8080', 'development')).toHaveLength(1);
    });
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
