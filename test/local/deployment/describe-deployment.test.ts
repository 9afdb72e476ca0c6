import { expect, test } from 'vitest';
import { describeDeployment } from '../../../local/deployment/describe-deployment.ts';
import { templatesOf } from '../../lib/synthesized.ts';

/** Outputs as a deployment of the stage `local` would give them: each is called what it is. */
const outputs = () =>
  Object.fromEntries(
    Object.entries(templatesOf('local')).map(([stack, { Outputs = {} }]) => [
      stack,
      Object.fromEntries(Object.keys(Outputs).map((name) => [name, name])),
    ]),
  );

test('every output that a description needs is one of the stacks', () => {
  const { apiUrl, tables, functions } = describeDeployment('http://127.0.0.1:4566', outputs());
  expect(apiUrl).toBe('http://127.0.0.1:4566/_aws/execute-api/ApiId');
  expect(tables.responses).toBe('ResponsesTable');
  expect(Object.keys(functions)).toHaveLength(9);
});

test('an output that is missing is named', () => {
  expect(() => describeDeployment('http://127.0.0.1:4566', { data: {} })).toThrow(/output ApiId/);
});
