import { afterEach, describe, expect, test } from 'vitest';
import { type LogEvent, readFunctionLogs } from '../../../local/emulator/save-function-logs.ts';
import { aFakeEmulator } from '../../logged/a-fake-emulator.ts';

const GROUP = '/aws/lambda/intake';

let close = (): unknown => undefined;
afterEach(() => close());

const emulatorWith = async (logs: Readonly<Record<string, readonly LogEvent[]>>, isIll = false) => {
  const emulator = await aFakeEmulator({ logs, isIll });
  close = emulator.close;
  return emulator;
};

/** As many events, `perMillisecond` of them at a time. */
const events = (count: number, perMillisecond: number): readonly LogEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    timestamp: 1_800_000_000_000 + Math.floor(index / perMillisecond),
    message: `line ${index}`,
  }));

describe('the logs of functions are read', () => {
  test('to the last line and each once, however many pages they take', async () => {
    const written = events(25_003, 7);
    const { url } = await emulatorWith({ [GROUP]: written });
    const logs = await readFunctionLogs(url, ['intake']);
    expect(logs.get('intake')).toEqual(written);
  });

  test('from a time on', async () => {
    const { url } = await emulatorWith({ [GROUP]: events(10, 1) });
    const logs = await readFunctionLogs(url, ['intake'], 1_800_000_000_007);
    expect(logs.get('intake')?.map(({ message }) => message)).toEqual([
      ...['line 7', 'line 8', 'line 9'],
    ]);
  });

  test('as none of a function that never ran', async () => {
    const { url } = await emulatorWith({});
    expect(await readFunctionLogs(url, ['intake'])).toEqual(new Map([['intake', []]]));
  });

  test('or an error tells that not all could be', async () => {
    const { url } = await emulatorWith({ [GROUP]: events(10_001, 20_000) });
    await expect(readFunctionLogs(url, ['intake'])).rejects.toThrow('too many lines');
  });

  test('or an error tells what the emulator answered', async () => {
    const { url } = await emulatorWith({ [GROUP]: events(1, 1) }, true);
    await expect(readFunctionLogs(url, ['intake'])).rejects.toThrow('answered 500');
  });
});
