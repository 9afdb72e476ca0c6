import { useState } from 'preact/hooks';
import type { Called, CallRefusal } from '../api/call-api.ts';

/** Something that an administrator does: whether it is under way, and why it was not done. */
export type Act = {
  readonly busy: boolean;
  readonly refusal: CallRefusal | null;
  /** Does it, and tells what came of it; undefined where it was refused. */
  readonly run: <Value>(
    call: () => Promise<Called<Value>>,
  ) => Promise<{ readonly value: Value } | undefined>;
  readonly forget: () => void;
};

/** Calls the API one call at a time and keeps why it refused. */
export const useAct = (): Act => {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  return {
    busy,
    refusal,
    run: async (call) => {
      setBusy(true);
      setRefusal(null);
      const answer = await call();
      setBusy(false);
      if (answer.kind === 'done') return { value: answer.value };
      setRefusal(answer.refusal);
      return undefined;
    },
    forget: () => setRefusal(null),
  };
};
