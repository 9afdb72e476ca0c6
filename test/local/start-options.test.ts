import { describe, expect, test } from 'vitest';
import { DEFAULT_STATE, readStartOptions } from '../../local/start-options.ts';

describe('the options of npm start', () => {
  test('have defaults', () => {
    expect(readStartOptions([], {})).toEqual({
      port: 8080,
      emulatorPort: 4566,
      state: DEFAULT_STATE,
    });
  });

  test('are taken from the command line before the environment', () => {
    const env = { GROUNDSWELL_PORT: '1111', GROUNDSWELL_EMULATOR_PORT: '2222' };
    expect(readStartOptions(['--port', '3333'], env)).toMatchObject({
      port: 3333,
      emulatorPort: 2222,
    });
  });

  test.each([[['--prot', '1']], [['--port', 'x']], [['--port', '70000']], [['extra']]])(
    'refuse %j with what would be right',
    (args) => {
      expect(() => readStartOptions(args, {})).toThrow(/--port/);
    },
  );
});
