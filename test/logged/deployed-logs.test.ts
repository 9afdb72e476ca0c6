import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import { PROJECT } from '../../local/places.ts';
import { aFakeEmulator } from './a-fake-emulator.ts';
import { judgeRecordedLogs, recordLogsOf } from './deployed-logs.ts';
import { anEntry, aReceipt, aToken, FINE, idOf, type Known, plantedLines } from './planted.ts';
import { RUN_RECORDS } from './run-records.ts';

const REQUEST = '5f0c2a52-5a0c-4d0e-9a93-1d1d4b0f6a11';
const known: Known = {
  receipt: aReceipt(),
  subject: 'a1b2c3d4-2051-70a2-6b1f-0a4c1f6b8d11',
  token: aToken('a1b2c3d4-2051-70a2-6b1f-0a4c1f6b8d11'),
};

/** What the emulator writes around an invocation. */
const AROUND = [
  `START RequestId: ${REQUEST} Version: $LATEST`,
  `END RequestId: ${REQUEST}`,
  `REPORT RequestId: ${REQUEST}\tDuration: 7 ms\tBilled Duration: 7 ms\tMemory Size: 256 MB\tMax Memory Used: 90 MB`,
  'InvocationFailedError: NotAllCountedError: see the log entry "invocation.failed"',
  '    at async onError (file:///tmp/ministack-lambda-tally-x_1/code/index.mjs:104:68373)',
  '    at process.processTicksAndRejections (node:internal/process/task_queues:104:5)',
  '(Use `node --trace-deprecation ...` to show where the warning was created)',
];

let directory: string;
const closing: (() => unknown)[] = [];

/** A process of the same run, which sends what is secret and ends. */
const sendElsewhere = (records: string): void => {
  const request = {
    method: 'PUT',
    path: `/v1/polls/spring/organizations/harbor/responses/${idOf(known.receipt)}`,
    headers: { receipt: known.receipt, authorization: `Bearer ${known.token}` },
  };
  const source = join(directory, 'send.ts');
  writeFileSync(
    source,
    `import { rememberSecretsOf } from '${PROJECT}/test/logged/secrets.ts';
    rememberSecretsOf(${JSON.stringify(request)});`,
  );
  execFileSync(process.execPath, [source], { env: { ...process.env, [RUN_RECORDS]: records } });
};

/** A deployment whose intake logged these lines and took in these responses. */
const aDeployment = async (lines: readonly string[], responseIds: readonly string[] = []) => {
  const events = lines.map((message, index) => ({ timestamp: 1_800_000_000_000 + index, message }));
  const emulator = await aFakeEmulator({ logs: { '/aws/lambda/intake': events }, responseIds });
  closing.push(emulator.close);
  return {
    emulatorUrl: emulator.url,
    functions: { intake: 'intake', form: 'never-called' },
    tables: { responses: 'responses' },
  } as unknown as Deployment;
};

/** What the end of a run finds, in which another process sent what is secret. */
const endOfRun = async (deployment: Deployment): Promise<void> => {
  const records = mkdtempSync(join(directory, 'records-'));
  copyFileSync(join(directory, 'secrets'), join(records, 'secrets'));
  vi.stubEnv(RUN_RECORDS, records);
  await recordLogsOf(deployment);
  judgeRecordedLogs(records);
};

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'groundswell-logged-'));
  sendElsewhere(directory);
});

afterEach(() => {
  vi.unstubAllEnvs();
  for (const close of closing.splice(0)) close();
});

afterAll(() => rmSync(directory, { recursive: true }));

describe('when a run ends, what deployed functions logged', () => {
  test('is fine where every line is an entry, a metric, or of those that Lambda and Node write', async () => {
    await expect(endOfRun(await aDeployment([...AROUND, ...FINE, '']))).resolves.toBeUndefined();
  });

  test.each(plantedLines(known))('is found to hold %s', async (_what, line) => {
    const deployment = await aDeployment([...AROUND, ...FINE, line]);
    await expect(endOfRun(deployment)).rejects.toThrow('deployed functions logged');
    await expect(endOfRun(deployment)).rejects.toThrow(line);
  });

  test('is found to hold a receipt that no process knows, by the response that it opens', async () => {
    const made = aReceipt();
    const lines = [anEntry({ correlation: made }), anEntry({ correlation: `x_${made}` })];
    await expect(endOfRun(await aDeployment(lines))).resolves.toBeUndefined();
    await expect(endOfRun(await aDeployment(lines, [idOf(made)]))).rejects.toThrow(
      'what may), 2 in all:',
    );
  });
});

/** A run of one test, at whose end a deployment is looked at; its exit code and what it said. */
const aRun = (deployment: Deployment) => {
  const root = mkdtempSync(join(directory, 'run-'));
  const files = {
    'one.test.ts': "test('passes', () => {});",
    'vitest.config.ts': "export default { test: { globals: true, globalSetup: 'provide.ts' } };",
    'provide.ts': `
      import { failingTheRun, judgeRecordedLogs, recordLogsOf } from '${PROJECT}/test/logged/deployed-logs.ts';
      export default () => () => failingTheRun(async () => {
        await recordLogsOf(${JSON.stringify(deployment)});
        judgeRecordedLogs('${root}');
      });`,
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
  return new Promise<{ readonly code: unknown; readonly said: string }>((resolve) => {
    execFile(
      process.execPath,
      [join(PROJECT, 'node_modules/vitest/vitest.mjs'), 'run', '--root', root],
      { env: { PATH: process.env.PATH, [RUN_RECORDS]: root } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, said: stdout + stderr }),
    );
  });
};

describe('a run whose tests all pass', () => {
  test('fails, and says why, where a deployed function logged what it must not', async () => {
    const { code, said } = await aRun(await aDeployment(['here we are']));
    expect(said).toContain('1 passed');
    expect(said).toContain('deployed functions logged what must not be in a log');
    expect(said).toContain('a line that is neither an entry nor a metric: here we are');
    expect(code).toBe(1);
  });
});
