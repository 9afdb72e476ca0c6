import { describe, expect, test } from 'vitest';
import { synthesize } from '../lib/synthesized.ts';
import { sectionNamed } from './read-runbook.ts';

/** The `-c name=value` of the section's deployment. */
const contextIn = (section: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...sectionNamed(section).text.matchAll(/-c '?([a-zA-Z]+)=([^\s'`]+)'?/g)].map(
      ([, name, value]) => [name, value],
    ),
  );

describe('spend-above-budget: a flood costs money', () => {
  test('the deployment that its section leads to lets the gateway admit less', () => {
    const less = 'The gateway has to admit less';
    expect(sectionNamed('spend-above-budget').text).toContain(
      `(#${less.toLowerCase().replaceAll(' ', '-')})`,
    );
    const { throttle } = contextIn(less);
    const { api } = synthesize({ stage: 'production', ...(throttle && { throttle }) });
    const [stage] = Object.values(api?.Resources ?? {}).filter(
      ({ Type }) => Type === 'AWS::ApiGatewayV2::Stage',
    );
    expect(stage?.Properties.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 20,
      ThrottlingBurstLimit: 40,
    });
  });

  test('the level of the logs that the section names is one that there is', () => {
    const { logLevel } = contextIn('spend-above-budget');
    const { api } = synthesize({ stage: 'production', ...(logLevel && { logLevel }) });
    const levels = Object.values(api?.Resources ?? {})
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .map(
        ({ Properties }) =>
          (Properties.LoggingConfig as { ApplicationLogLevel: string }).ApplicationLogLevel,
      );
    expect(new Set(levels)).toEqual(new Set(['INFO']));
  });
});
