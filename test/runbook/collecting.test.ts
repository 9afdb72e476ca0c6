import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { jsonOf } from '../../local/api/call.ts';
import { putResponse } from '../../local/api/response-requests.ts';
import { aCollectingWorld, ITEMS } from '../functions/collect-response/collecting-world.ts';
import { inMemoryResponses } from '../functions/collect-response/in-memory-responses.ts';
import { alarmsOf, sectionOf } from '../lib/alarms.ts';
import { resourcesOf } from '../lib/synthesized.ts';
import { commandsIn, sectionNamed } from './read-runbook.ts';

const request = () =>
  putResponse(
    { poll: 'spring', organization: 'harbor', receipt: randomBytes(16).toString('base64url') },
    { revision: 1, answers: { [ITEMS[0] ?? '']: 5 } },
  );

/** A table that fails with an error of this name as often as it is told to; `late` writes first. */
const aTableThatFails = (name: string, times: number, { late = false } = {}) => {
  const table = inMemoryResponses();
  let left = times;
  const put: typeof table.put = async (key, response) => {
    if (left === 0) return table.put(key, response);
    left -= 1;
    if (late) await table.put(key, response);
    throw Object.assign(new Error(name), { name });
  };
  return { ...table, put };
};

/** Sends one answer until it is taken in; gives the statuses that came back. */
const sendUntilAccepted = async (responses: ReturnType<typeof aTableThatFails>) => {
  const logged: string[] = [];
  const write = (code: string, ...entry: readonly unknown[]) =>
    void logged.push(JSON.stringify([code, ...entry], (_key, value) => value?.name ?? value));
  const log = { addContext: () => {}, info: write, warn: write, error: write };
  const { call } = aCollectingWorld({ log, deps: { responses } });
  const sent = request();
  const statuses: number[] = [];
  const waits: (string | undefined)[] = [];
  while (!statuses.some((status) => status < 300)) {
    const answer = await call(sent);
    statuses.push(answer.status);
    if (answer.status >= 300) {
      waits.push(answer.headers['retry-after']);
      expect(JSON.stringify(jsonOf(answer))).not.toContain(ITEMS[0]);
    }
  }
  return { statuses, waits, logged, kept: responses.items.size };
};

describe('tables-throttled: the table of responses takes in less than is asked', () => {
  test('people are told when to try again, and the same request is then taken in, once', async () => {
    const table = aTableThatFails('ProvisionedThroughputExceededException', 2);
    const { statuses, waits, kept } = await sendUntilAccepted(table);
    expect(statuses).toEqual([503, 503, 201]);
    expect(waits).toEqual(['5', '5']);
    expect(kept).toBe(1);
  });
});

describe('api-failing: a role lost a permission', () => {
  test('the log names the fault as the section looks for it; mended, the request is taken in', async () => {
    const { statuses, logged, kept } = await sendUntilAccepted(
      aTableThatFails('AccessDeniedException', 1),
    );
    expect(statuses).toEqual([500, 201]);
    expect(sectionNamed('api-failing').text).toContain('request.failed');
    expect(logged.join()).toContain('["request.failed",{"error":"AccessDeniedException"}]');
    expect(kept).toBe(1);
  });
});

/** The functions that a loop of a section goes through. */
const loopedOver = (section: string): readonly string[] =>
  (/for NAME in ([a-z ]+); do\n/.exec(commandsIn(section))?.[1] ?? '').split(' ').sort();

describe('api-failing: a function crashed', () => {
  test('the section looks at the runs of every function that answers requests', () => {
    const answering = resourcesOf('production', 'AWS::Lambda::Function')
      .filter(({ stack }) => stack === 'api')
      .map(({ Properties }) =>
        String(Properties.FunctionName).replace('groundswell-production-', ''),
      );
    expect(loopedOver('api-failing')).toEqual(answering.sort());
  });
});

describe('slow: the table answers too late', () => {
  test('the section looks at every function that may ring, for what makes it ring', () => {
    const slow = alarmsOf('production').filter((alarm) => sectionOf(alarm) === 'slow');
    expect(loopedOver('slow')).toEqual(slow.map(({ name }) => name.replace('-slow', '')).sort());
    const [, perSecond] = /durationMs > \$\(\(MOST \* (\d+)\)\)/.exec(commandsIn('slow')) ?? [];
    const timeouts = new Map(
      resourcesOf('production', 'AWS::Lambda::Function').map(({ Properties }) => [
        String(Properties.FunctionName).replace('groundswell-production-', ''),
        Number(Properties.Timeout),
      ]),
    );
    for (const { name, resource } of slow) {
      const timeout = timeouts.get(name.replace('-slow', '')) ?? 0;
      expect(resource.Properties.Threshold).toBe(timeout * Number(perSecond));
    }
  });

  test('what was written all the same is found by the next attempt, and counts once', async () => {
    const { statuses, kept } = await sendUntilAccepted(
      aTableThatFails('TimeoutError', 1, { late: true }),
    );
    expect(statuses).toEqual([503, 200]);
    expect(kept).toBe(1);
  });
});

describe('answers-refused: three alarms that come together', () => {
  const together = alarmsOf('production').filter(({ composite }) => composite);
  const silent = alarmsOf('production').filter(
    ({ composite, resource }) => !composite && !resource.Properties.AlarmActions,
  );

  test('is one mail for the three that the section names, which send none', () => {
    expect(together.map(({ name }) => name)).toEqual(['answers-refused']);
    expect(silent.map(({ name }) => name).sort()).toEqual([
      'api-failing',
      'functions-throttled',
      'tables-throttled',
    ]);
    for (const { name } of silent) {
      expect(sectionNamed('answers-refused').text).toContain(`\`${name}\``);
    }
  });

  test('is on as long as one of them is', () => {
    const rule = JSON.stringify(together[0]?.resource.Properties.AlarmRule);
    expect(rule.match(/ALARM\(/g)).toHaveLength(3);
    expect(rule.match(/ OR /g)).toHaveLength(2);
  });
});
