import { vi } from 'vitest';
import { watchOutput } from '../logged/watched.ts';

/** Everything that is written to the standard streams while `run` runs. */
export const capturedOutput = async (run: () => Promise<unknown>): Promise<string> => {
  const written: string[] = [];
  const capture = (chunk: string | Uint8Array): boolean => {
    watchOutput(chunk);
    written.push(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk));
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(capture),
  );
  try {
    await run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return written.join('');
};
