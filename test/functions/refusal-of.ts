import { ProblemError } from '../../functions/middleware/problem-error.ts';

/** The problem that `run` refuses with; fails the test where it does not. */
export const refusalOf = async (run: () => unknown): Promise<ProblemError> => {
  try {
    await run();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};
