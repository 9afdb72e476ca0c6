import { describe, expect, test } from 'vitest';
import { ReplayUsageError, readReplayOptions } from '../../../local/replay/replay-options.ts';

describe('the options of a replay', () => {
  test('are a stage, and whether it only tells', () => {
    expect(readReplayOptions(['--stage', 'production'])).toEqual({
      stage: 'production',
      dryRun: false,
    });
    expect(readReplayOptions(['--stage', 'local', '--dry-run']).dryRun).toBe(true);
  });

  test.each([[[]], [['--stage', 'No Stage']], [['--stage']], [['--stge', 'local']], [['local']]])(
    'tell how to be used where they are wrong: %j',
    (args) => {
      expect(() => readReplayOptions(args)).toThrow(ReplayUsageError);
      expect(() => readReplayOptions(args)).toThrow(/npm run replay -- --stage production/);
    },
  );
});
