import { describe, expect, test } from 'vitest';
import { sweepTallies } from '../../functions/sweep-tallies/sweep-tallies.ts';
import { replayFailures } from '../../local/replay/replay-failures.ts';
import {
  anOrganization,
  aResponse,
  countingDeps,
  countingWorld,
  keep,
  responseId,
} from '../functions/counting-world.ts';
import { rings } from '../lib/alarm-verdict.ts';
import { propertiesOf } from '../lib/alarm-words.ts';
import { alarmsOf } from '../lib/alarms.ts';
import { resourcesOf, synthesize } from '../lib/synthesized.ts';
import { replayDeps, replayingWorld } from '../local/replay/replaying-world.ts';
import { anEventRecord } from '../schemas/failure-records.ts';
import { callsIn, commandsIn, logsLookedAt, sectionNamed } from './read-runbook.ts';

const alarmNamed = (name: string) => {
  const alarm = alarmsOf('production').find((one) => one.name === name);
  if (!alarm) throw new Error(`there is no alarm ${name}`);
  return propertiesOf('production', alarm);
};

describe('check-late: nobody calls the nightly check', () => {
  const HOURS = 26;
  const reported = (checks: number | undefined) => ({
    metric: [...new Array(HOURS - 1).fill(null), checks ?? null],
  });

  test('the alarm misses it; called by hand it comes to its end, and finds what drifted', async () => {
    const world = countingWorld(anOrganization('harbor'));
    keep(world, 'harbor', responseId('1'), aResponse('13'));
    const late = alarmNamed('check-late');
    expect(rings(late, reported(world.metrics.get('FinishedChecks')))).toBe(true);

    const calls = callsIn('check-late', 'sweep');
    expect(calls).toEqual([{ kind: 'check' }]);
    for (const payload of calls) await sweepTallies(countingDeps(world), payload);
    expect(rings(late, reported(world.metrics.get('FinishedChecks')))).toBe(false);
    expect(world.codes).toContain('check.done');
    expect(world.scheduled).toHaveLength(1);
  });

  test('one that fails is found in the log that the section looks at, and is still missed', async () => {
    const world = countingWorld(anOrganization('harbor'));
    const deps = countingDeps(world, async (call, effect) => {
      if (call === 'responses.read') throw Object.assign(new Error('no'), { name: 'AccessDenied' });
      return effect();
    });
    await expect(sweepTallies(deps, { kind: 'check' })).rejects.toMatchObject({
      codes: ['AccessDenied'],
    });
    expect(logsLookedAt(commandsIn('check-late'))).toContainEqual({
      functionName: 'sweep',
      code: 'invocation.failed',
    });
    expect(rings(alarmNamed('check-late'), reported(world.metrics.get('FinishedChecks')))).toBe(
      true,
    );
  });
});

describe('requests-failing: one call fails, and few make it', () => {
  test('is told although their share is small, or nobody else comes', () => {
    const failing = alarmNamed('requests-failing');
    const api = alarmNamed('api-failing');
    for (const requests of [1000, 1]) {
      const series = { failed: [1, 1, 1], requests: [requests, requests, requests] };
      expect(rings(api, series)).toBe(false);
      expect(rings(failing, { metric: [3, 3] })).toBe(true);
    }
  });

  test('the section looks at the log of every function that answers requests', () => {
    const looked = logsLookedAt(commandsIn('requests-failing')).map(
      ({ functionName }) => functionName,
    );
    const answering = resourcesOf('production', 'AWS::Lambda::Function')
      .filter(({ stack }) => stack === 'api')
      .map(({ Properties }) =>
        String(Properties.FunctionName).replace('groundswell-production-', ''),
      );
    expect(looked.sort()).toEqual(answering.sort());
  });
});

/** The throttle of the gateway, of an app that is made with what a command says. */
const throttleOf = (context: Readonly<Record<string, string>>) => {
  const [stage] = Object.values(synthesize(context).api?.Resources ?? {}).filter(
    ({ Type }) => Type === 'AWS::ApiGatewayV2::Stage',
  );
  return stage?.Properties.DefaultRouteSettings;
};

describe('requests-throttled: the gateway lets through too little', () => {
  const deployed = 'npx cdk deploy --all -c stage=$STAGE\n';

  test('a deployment without the lowered throttle has that of the settings again', () => {
    const [lowered = ''] =
      /(?<=-c 'throttle=)[^']+/.exec(sectionNamed('The gateway has to admit less').text) ?? [];
    const before = throttleOf({ stage: 'production' });
    expect(before).toEqual({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 });
    expect(throttleOf({ stage: 'production', throttle: lowered })).not.toEqual(before);
    expect(sectionNamed('The gateway has to admit less').text).toContain(deployed);
  });

  test('so has one for a rush, of settings that were raised', () => {
    const throttle = '{"requestsPerSecond":400,"burst":800}';
    expect(throttleOf({ stage: 'production', throttle })).toEqual({
      ThrottlingRateLimit: 400,
      ThrottlingBurstLimit: 800,
    });
    expect(sectionNamed('requests-throttled').text).toContain(deployed);
  });

  test('the section looks for what the alarm counts', () => {
    const [filter] = resourcesOf('production', 'AWS::Logs::MetricFilter');
    const counted = String(filter?.Properties.FilterPattern).replace(/[()]/g, '');
    expect(commandsIn('requests-throttled')).toContain(`'${counted}'`);
  });
});

describe('failures-untold: the message about a failure was lost', () => {
  test('the replay finds it all the same, for it looks into the bucket', async () => {
    const world = replayingWorld({
      lost: anEventRecord('groundswell-test-sweep', { kind: 'check' }),
    });
    world.waiting.clear();
    expect(commandsIn('failures-untold')).toContain('npm run replay -- --stage $STAGE\n');
    expect(await replayFailures(replayDeps(world), { dryRun: false })).toMatchObject({
      replayed: 1,
      failed: 0,
    });
  });
});

describe('release-untold: the topic of the planners could not be reached', () => {
  const commands = commandsIn('release-untold');
  const names = (type: string, property: string) =>
    resourcesOf('production', type).map(({ Properties }) => String(Properties[property]));

  test('the archive holds the events that the rule is for, longer than the section goes back', () => {
    const [archive] = resourcesOf('production', 'AWS::Events::Archive');
    const [rule] = resourcesOf('production', 'AWS::Events::Rule').filter(
      ({ stack }) => stack === 'pipeline',
    );
    const { source } = (rule?.Properties.EventPattern ?? {}) as { source?: readonly string[] };
    expect(source).toEqual(['groundswell']);
    expect(archive?.Properties.EventPattern).toEqual({ source });
    const [, days] = /'-(\d+) days'/.exec(commands) ?? [];
    expect(Number(days)).toBeGreaterThan(0);
    expect(archive?.Properties.RetentionDays).toBeGreaterThan(Number(days));
  });

  test('the commands name what there is', () => {
    const there = [
      ...names('AWS::Events::Archive', 'ArchiveName'),
      ...names('AWS::Events::EventBus', 'Name'),
      ...names('AWS::Events::Rule', 'Name'),
      ...names('AWS::KMS::Alias', 'AliasName'),
      'groundswell-production-pipeline',
    ];
    const named = [...commands.matchAll(/(?:alias\/)?groundswell-\$STAGE[a-z-]*/g)].map(([name]) =>
      name.replace('$STAGE', 'production'),
    );
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(there).toContain(name);
  });

  test('a key is enabled by its id, for AWS takes no alias there', () => {
    expect(commands).toMatch(
      /kms enable-key --key-id "\$\(aws kms describe-key [^)]+ --query KeyMetadata\.KeyId /,
    );
  });
});
