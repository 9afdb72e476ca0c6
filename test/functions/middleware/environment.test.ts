import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  InvalidEnvironmentError,
  readEnvironment,
} from '../../../functions/middleware/environment.ts';

const Env = z.object({
  TABLE: z.string().min(1),
  SECONDS: z.coerce.number().int(),
  BUS: z.string(),
});

describe('readEnvironment(schema, variables)', () => {
  test('gives typed values, and nothing that the schema does not name', () => {
    const variables = { TABLE: 't', SECONDS: '15', BUS: 'b', PATH: '/bin' };
    expect(readEnvironment(Env, variables)).toEqual({ TABLE: 't', SECONDS: 15, BUS: 'b' });
  });

  test('names every variable that is missing or wrong at once', () => {
    const read = () => readEnvironment(Env, { TABLE: '', SECONDS: 'soon' });
    expect(read).toThrow(InvalidEnvironmentError);
    expect(read).toThrow(/TABLE: .*SECONDS: .*BUS: /);
  });
});
