import type { Call } from '../../local/api/call.ts';

/** Lets requests pass while it is open; the others wait. */
export type Gate = {
  readonly passed: () => Promise<void>;
  readonly close: () => void;
  readonly open: () => void;
};

/** An open gate. */
export const createGate = (): Gate => {
  let opened = Promise.withResolvers<void>();
  opened.resolve();
  return {
    passed: () => opened.promise,
    close: () => {
      opened = Promise.withResolvers<void>();
    },
    open: () => opened.resolve(),
  };
};

/** Calls that wait at a gate before they are made. */
export const throughGate =
  (call: Call, gate: Gate): Call =>
  async (request) => {
    await gate.passed();
    return call(request);
  };
