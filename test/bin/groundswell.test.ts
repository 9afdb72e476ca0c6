import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, type Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { addStacks, stages } from '../../bin/groundswell.ts';
import { SettingsError } from '../../lib/read-settings.ts';
import { CLOCK_SKEW_SECONDS } from '../../schemas/settings.ts';
import { resolve } from '../lib/resolve.ts';
import {
  assemblyOf,
  createApp,
  resourcesOf,
  STAGES,
  type Stage as StageName,
  synthesize,
  templatesOf,
} from '../lib/synthesized.ts';

const APP = fileURLToPath(new URL('../../bin/groundswell.ts', import.meta.url));

const OUTPUTS = {
  data: [
    'CheckpointsBucket',
    'EventBus',
    'FailuresBucket',
    'FailuresQueue',
    'OperatorsTopic',
    'ParticipationBucket',
    'PollsTable',
    'ReportsBucket',
    'ResponsesTable',
    'SignInUrl',
    'TalliesTable',
    'TokenIssuer',
    'UserPoolClientId',
    'UserPoolId',
  ],
  pipeline: ['ReleasesTopic', 'RollUpFunction', 'SweepFunction', 'TallyFunction'],
  api: [
    'AdministrationFunction',
    'ApiId',
    'ApiUrl',
    'DirectoryFunction',
    'FormFunction',
    'IntakeFunction',
    'ParticipationFunction',
    'ReportsFunction',
  ],
} as const;

const functionOf = (stage: StageName, name: string) =>
  resourcesOf(stage, 'AWS::Lambda::Function').find(
    ({ Properties }) => Properties.FunctionName === `groundswell-${stage}-${name}`,
  );

const variableOf = (stage: StageName, name: string, variable: string): number => {
  const { stack = '', Properties } = functionOf(stage, name) ?? {};
  const { Variables } = resolve(stage, stack, Properties?.Environment) as {
    Variables: Record<string, string>;
  };
  return Number(Variables[variable]);
};

describe('the stages', () => {
  it('are those that are tested here', () => {
    expect(Object.keys(stages)).toEqual(STAGES);
  });

  it('are development unless the context names one', () => {
    const data = createApp({}).node.findChild('Data') as Stack;
    expect(data.stackName).toBe('groundswell-development-data');
  });

  it('refuse a name that is none of theirs, and say which there are', () => {
    expect(() => addStacks(new App({ context: { stage: 'prod' } }))).toThrow(
      /stage: one of local, development, production, not "prod"/,
    );
    expect(() => addStacks(new App({ context: { stage: 'constructor' } }))).toThrow(SettingsError);
  });

  it('tell what is wrong without a stack trace, and synthesize nothing', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'groundswell-refused-'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [APP], {
      encoding: 'utf8',
      env: {
        ...process.env,
        CDK_OUTDIR: outdir,
        CDK_CONTEXT_JSON: JSON.stringify({ stage: 'production', rollUpMinutes: '0', rollup: '1' }),
      },
    });
    const left = readdirSync(outdir);
    rmSync(outdir, { recursive: true });
    expect([status, stdout, left]).toEqual([1, '', []]);
    expect(stderr).toContain('rollUpMinutes: Too small: expected number to be >=1');
    expect(stderr).toContain('rollup: no setting has this name');
    expect(stderr).toContain('docs/settings.md');
    expect(stderr).not.toMatch(/\n\s+at |node:internal/);
  });

  it('refuse a wrong setting by its name', () => {
    expect(() => createApp({ stage: 'production', rollUpMinutes: '0' })).toThrow(/rollUpMinutes: /);
  });

  it('take settings from the context before their own', () => {
    const templates = JSON.stringify(
      synthesize({
        stage: 'production',
        siteUrl: 'https://poll.example.org/',
        logRetentionDays: '30',
      }),
    );
    expect(templates).toContain('"CallbackURLs":["https://poll.example.org/"]');
    expect(templates).toContain('"RetentionInDays":30');
    expect(templates).not.toContain('"RetentionInDays":90');
  });

  it("are valid by CloudFormation's own rules, as production shows", () => {
    const app = createApp({ stage: 'production' }, { builtinCloudFormationValidation: true });
    expect(() => app.synth()).not.toThrow();
  });

  const warningsOf = (context: Readonly<Record<string, string>>) =>
    createApp(context)
      .node.findChild('Data')
      .node.metadata.filter(({ type }) => type === 'aws:cdk:warning')
      .map(({ data }) => data);
  const REACHED = { operatorEmails: '["engineer@example.org"]' };

  it('warn while the address of the site is an example', () => {
    const siteUrl = 'https://groundswell.example';
    expect(warningsOf({ stage: 'production', siteUrl, ...REACHED })).toEqual([
      expect.stringContaining('siteUrl is still an example'),
    ]);
    expect(warningsOf({ stage: 'production', ...REACHED })).toEqual([]);
  });

  it('warn while alarms reach nobody, where data is to be kept', () => {
    expect(warningsOf({ stage: 'production' })).toEqual([
      expect.stringContaining('no alarm reaches anybody'),
    ]);
    expect(warningsOf({ stage: 'development' })).toEqual([]);
  });
});

describe.each(STAGES)('stage %s', (stage) => {
  it('has its stacks; what the emulator refuses is in one that the emulator does not get', () => {
    const beyondTheEmulator = stage === 'local' ? [] : ['operations', 'site'];
    expect(Object.keys(templatesOf(stage)).sort()).toEqual(
      ['api', 'data', 'pipeline', ...beyondTheEmulator].sort(),
    );
  });

  it('needs no account and no lookup to be synthesized', () => {
    expect(assemblyOf(stage).manifest.missing ?? []).toEqual([]);
    for (const { environment } of assemblyOf(stage).stacks) {
      expect(environment).toMatchObject({ account: 'unknown-account', region: 'us-east-1' });
    }
  });

  it('can always be deployed in one order: data, pipeline, api, then operations and site', () => {
    const dependencies = assemblyOf(stage).stacks.map((stack) => [
      stack.id,
      stack.dependencies
        .map(({ id }) => id)
        .filter((id) => !id.endsWith('.assets'))
        .sort(),
    ]);
    expect(Object.fromEntries(dependencies)).toEqual({
      Data: [],
      Pipeline: ['Data'],
      Api: ['Data', 'Pipeline'],
      ...(stage === 'local'
        ? {}
        : { Operations: ['Api', 'Data', 'Pipeline'], Site: ['Api', 'Data'] }),
    });
  });

  it.each(Object.entries(OUTPUTS))('says the same names of stack %s', (stack, names) => {
    const { Outputs = {} } = templatesOf(stage)[stack] ?? {};
    const said = Object.keys(Outputs).filter((name) => !name.startsWith('PublishOutput'));
    expect(said.sort()).toEqual([...names]);
  });

  const TAKE_ANSWERS = ['intake', 'form'];

  it.each(TAKE_ANSWERS)(
    'waits longer before the final count than answers are on their way: %s',
    (name) => {
      const cache = variableOf(stage, name, 'CACHE_SECONDS');
      const timeout = Number(functionOf(stage, name)?.Properties.Timeout);
      const latest = cache + timeout + CLOCK_SKEW_SECONDS;
      expect(latest).toBeLessThan(variableOf(stage, 'sweep', 'GRACE_SECONDS'));
      expect(latest).toBeLessThan(variableOf(stage, 'administration', 'GRACE_SECONDS'));
    },
  );

  it.each(TAKE_ANSWERS)(
    'waits longer, too, than a close and answers under the old one: %s',
    (name) => {
      const cache = variableOf(stage, name, 'CACHE_SECONDS');
      const timeout = Number(functionOf(stage, name)?.Properties.Timeout);
      const close = Number(functionOf(stage, 'administration')?.Properties.Timeout);
      const latest = close + cache + timeout + CLOCK_SKEW_SECONDS;
      expect(latest).toBeLessThan(variableOf(stage, 'sweep', 'GRACE_SECONDS'));
    },
  );

  it('looks at a suspect again after at least twice the batching window, at least 5 minutes', () => {
    const [mapping] = resourcesOf(stage, 'AWS::Lambda::EventSourceMapping');
    const window = Number(mapping?.Properties.MaximumBatchingWindowInSeconds);
    const recheck = variableOf(stage, 'sweep', 'RECHECK_SECONDS');
    expect(recheck).toBeGreaterThanOrEqual(Math.max(300, 2 * window));
  });
});
