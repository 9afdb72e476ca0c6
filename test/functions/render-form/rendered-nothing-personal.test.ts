import { expect, test } from 'vitest';
import { createLogger } from '../../../functions/middleware/logger.ts';
import { textOf } from '../../../local/api/call.ts';
import { responseId } from '../../../local/api/response-requests.ts';
import { capturedOutput } from '../captured-output.ts';
import { aRenderingWorld } from './rendering-world.ts';

const FORM = '/p/spring/harbor-lights';

test('the log of native posts has an entry each, and no answer, receipt, id or sender', async () => {
  const receipts: string[] = [];
  const output = await capturedOutput(async () => {
    const { call } = aRenderingWorld({ log: createLogger() });
    const post = (fields: Record<string, string>) =>
      call({
        method: 'POST',
        path: FORM,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...{ 'user-agent': 'Respondent/1.0', 'x-forwarded-for': '203.0.113.77' },
        },
        body: new URLSearchParams(fields).toString(),
      });
    for (let person = 0; person < 10; person += 1) {
      const sent = await post({ q1: '5', q2: '3' });
      const receipt = /#([\w-]{22})"/.exec(textOf(sent))?.[1] ?? '';
      receipts.push(receipt);
      await post({ q1: '9', _receipt: receipt, _revision: '1' });
      await post({ _do: 'withdraw', _receipt: receipt });
      await call({ method: 'GET', path: `${FORM}?lang=es` });
    }
  });
  expect(output.match(/"request\.answered"/g)).toHaveLength(40);
  expect(output.match(/"response\.accepted"/g)).toHaveLength(10);
  const personal = [
    ...receipts.flatMap((receipt) => [receipt, responseId(receipt)]),
    ...['53-', 'harbor-lights', 'spring', 'peer-mentor', 'Respondent/1.0', '203.0.113.77', 'lang'],
  ];
  for (const words of personal) expect(output).not.toContain(words);
});
