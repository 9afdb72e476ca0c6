import { describe, expect, it } from 'vitest';
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
