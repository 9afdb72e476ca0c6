import { describe, expect, it } from 'vitest';
import { alarmsOf } from './alarms.ts';
import { resolve } from './resolve.ts';
import { resourcesOf } from './synthesized.ts';

describe('the archive of events', () => {
  it('keeps every event of the bus for a year in production', () => {
    const archives = resourcesOf('production', 'AWS::Events::Archive');
    expect(archives).toHaveLength(1);
    expect(resolve('production', 'operations', archives[0]?.Properties)).toMatchObject({
      ArchiveName: 'groundswell-production',
      SourceArn: 'arn:aws:events:us-east-1:000000000000:event-bus/groundswell-production',
      EventPattern: { source: ['groundswell'] },
      RetentionDays: 365,
    });
  });

  it('keeps them for a week in development', () => {
    const [archive] = resourcesOf('development', 'AWS::Events::Archive');
    expect(archive?.Properties.RetentionDays).toBe(7);
  });
});

describe('the dashboard', () => {
  const [dashboard] = resourcesOf('production', 'AWS::CloudWatch::Dashboard');
  const { widgets } = JSON.parse(
    String(resolve('production', 'operations', dashboard?.Properties.DashboardBody)),
  ) as { widgets: readonly Widget[] };

  type Widget = {
    readonly type: string;
    readonly y: number;
    readonly properties: {
      readonly markdown?: string;
      readonly alarms?: readonly string[];
      readonly metrics?: readonly (readonly unknown[])[];
    };
  };

  it('answers three questions, in this order', () => {
    const questions = widgets
      .filter(({ type }) => type === 'text')
      .toSorted((a, b) => a.y - b.y)
      .map(({ properties }) => properties.markdown?.split('\n')[0]);
    expect(questions).toEqual(['# Is it collecting?', '# Is it counting?', '# Is it publishing?']);
  });

  it('says in words when the answer is yes, and which alarms say no', () => {
    const names = alarmsOf('production').map(({ name }) => name);
    for (const { type, properties } of widgets) {
      if (type !== 'text') continue;
      expect(properties.markdown).toContain('**Yes, if**');
      const named = [...(properties.markdown ?? '').matchAll(/`([a-z]+-[a-z]+)`/g)];
      expect(named.length).toBeGreaterThan(0);
      for (const [, name] of named) expect(names).toContain(name);
    }
  });

  it('shows how long each function takes that takes in answers', () => {
    const durations = widgets
      .flatMap(({ properties }) => properties.metrics ?? [])
      .filter((metric) => metric[1] === 'Duration')
      .map((metric) => JSON.stringify(metric));
    for (const name of ['intake', 'form']) {
      const own = durations.filter((metric) => metric.includes(`"groundswell-production-${name}"`));
      expect(own.join('\n'), name).toContain('"p99"');
    }
  });

  it('shows every alarm of the stage', () => {
    const shown = widgets.find(({ type }) => type === 'alarm')?.properties.alarms ?? [];
    const plain = alarmsOf('production').filter(({ composite }) => !composite);
    expect(shown).toHaveLength(plain.length);
  });
});
