import { expect } from 'vitest';
import { type ApiAnswer, jsonOf } from '../../local/api/call.ts';

/** Expects problem details with a status and a stable code that say what to do. */
export const expectProblem = (answer: ApiAnswer, status: number, code: string): void => {
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(jsonOf(answer)).toMatchObject({
    status,
    code,
    type: `urn:groundswell:problem:${code}`,
    title: expect.any(String),
    detail: expect.any(String),
  });
  expect(answer.status).toBe(status);
};
