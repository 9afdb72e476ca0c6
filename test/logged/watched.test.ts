import { join } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { createLogger } from '../../functions/middleware/logger.ts';
import { PROJECT } from '../../local/places.ts';
import { capturedOutput } from '../functions/captured-output.ts';
import { gatewayTo } from '../functions/gateway.ts';
import { silentLog } from '../functions/silent-log.ts';
import { anEntry, aReceipt, aToken, FINE, idOf, type Known, plantedLines } from './planted.ts';
import { rememberSecretsOf } from './secrets.ts';
import { takeFaults, watchLine } from './watched.ts';

const known: Known = {
  receipt: aReceipt(),
  subject: 'd4c8a4f8-2051-70a2-6b1f-0a4c1f6b8d11',
  token: aToken('d4c8a4f8-2051-70a2-6b1f-0a4c1f6b8d11'),
};
const id = idOf(known.receipt);
rememberSecretsOf({
  method: 'PUT',
  path: `/v1/polls/spring/organizations/harbor/responses/${id}`,
  headers: { Receipt: known.receipt, authorization: `Bearer ${known.token}` },
});

/** Code that runs as if it stood in a file of the project. */
const asIfIn = <Given>(file: string, code: string): ((given: Given) => unknown) =>
  new Script(code, { filename: join(PROJECT, file) }).runInThisContext();

const CONSOLE = '(line) => console.log(line)';

describe('what a function writes is found to be wrong where it holds', () => {
  test.each(plantedLines(known))('%s', (_what, line) => {
    asIfIn('functions/collect-response/planted.ts', CONSOLE)(line);
    expect(takeFaults().faults).not.toEqual([]);
  });
});

describe('what functions write', () => {
  test.each(FINE)('is fine where it is as listed: %s', (line) => {
    expect(watchLine(line)).toBe(true);
    expect(takeFaults()).toEqual({ faults: [], lines: 1 });
  });

  test.each([
    ['the logger of the functions', createLogger],
    ['the log that tests give in its place', silentLog],
  ])('is looked at where %s writes it', async (_which, create) => {
    await capturedOutput(async () => create().info('tally.counted', { poll: id, buckets: 1 }));
    const { faults, lines } = takeFaults();
    expect(lines).toBe(1);
    expect(faults.join()).toContain('a response id');
  });

  test('is looked at where a process writes an entry to a standard stream', () => {
    process.stdout.write(`${anEntry({ correlation: known.receipt })}\n`);
    expect(takeFaults().faults.join()).toContain('a secret of this test run');
  });

  test.each([
    ['the console', CONSOLE],
    ['its errors', '(line) => console.error(line)'],
    ['a standard stream', '(line) => process.stderr.write(line)'],
  ])('is looked at where it is plain text, by way of %s', (_what, code) => {
    for (const folder of ['functions', 'adapters', 'core', 'schemas', 'web/form']) {
      asIfIn(`${folder}/planted.ts`, code)('here we are');
      expect(takeFaults().faults).toEqual([
        'a line that is neither an entry nor a metric: here we are',
      ]);
    }
  });

  test('is looked at while a test keeps what is written, too', async () => {
    const written = await capturedOutput(async () => asIfIn('functions/planted.ts', CONSOLE)('x'));
    expect(written).toBe('x\n');
    expect(takeFaults().lines).toBe(1);
  });

  test('is looked at for receipts that the function made itself, once it has answered', async () => {
    const receipt = aReceipt();
    const log = silentLog();
    const form = async () => {
      log.info('response.accepted', { outcome: 'created', channel: receipt });
      return {
        statusCode: 201,
        headers: {},
        body: `<a href="/p/spring/harbor?lang=en#${receipt}">`,
      };
    };
    const call = gatewayTo([{ key: 'POST /p/{poll}/{organization}', invoke: form }]);
    await call({ method: 'POST', path: '/p/spring/harbor', body: 'q1=4' });
    expect(takeFaults().faults.join()).toContain('a secret of this test run');
  });

  test('is told apart from what tests and commands say', () => {
    for (const folder of ['test', 'command', 'local', 'bench']) {
      const say = asIfIn<typeof watchLine>(`${folder}/planted.ts`, '(watch) => watch("told")');
      expect(say(watchLine)).toBe(false);
    }
    for (const line of ['', 'text', '{', '{"a":1}']) expect(watchLine(line)).toBe(false);
    expect(takeFaults()).toEqual({ faults: [], lines: 0 });
  });
});
