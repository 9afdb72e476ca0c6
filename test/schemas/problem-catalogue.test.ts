import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../functions/middleware/problem-error.ts';
import { problemReply } from '../../functions/middleware/problem-reply.ts';
import { Problem } from '../../schemas/problem.ts';
import { type ProblemCode, problems } from '../../schemas/problem-catalogue.ts';

const codes = Object.keys(problems) as readonly ProblemCode[];

describe('the catalogue of problems', () => {
  test('has a code in kebab case, an error’s status and two sentences for each', () => {
    for (const code of codes) {
      const { status, title, detail } = problems[code];
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(detail, code).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('problemReply(error)', () => {
  test('is a problem of its schema for every code', () => {
    for (const code of codes) {
      const reply = problemReply(new ProblemError(code));
      const problem = Problem.parse(JSON.parse(String(reply.body)));
      expect(problem).toEqual({ type: `urn:groundswell:problem:${code}`, code, ...problems[code] });
      expect(reply.statusCode).toBe(problem.status);
    }
  });

  test('carries faults, dates, headers and a detail of its own', () => {
    const errors = [{ pointer: '/a', expected: 'b' }];
    const closesAt = '2027-03-01T00:00:00.000Z';
    const members = { errors, closesAt, detail: 'Do this.', headers: { 'retry-after': '5' } };
    const reply = problemReply(new ProblemError('closed', members));
    expect(JSON.parse(String(reply.body))).toMatchObject({ errors, closesAt, detail: 'Do this.' });
    expect(reply.headers).toEqual({
      'retry-after': '5',
      'content-type': 'application/problem+json',
    });
  });

  test('lists at most 200 faults, and says how many there are', () => {
    const errors = Array.from({ length: 1234 }, (_, n) => ({ pointer: `/${n}`, expected: 'x' }));
    const reply = problemReply(new ProblemError('invalid-request', { errors }));
    const problem = Problem.parse(JSON.parse(String(reply.body)));
    expect(problem.errors).toHaveLength(200);
    expect(problem.detail).toContain('200 of 1234');
  });
});
