import { useEffect, useState } from 'preact/hooks';
import type { CallApi, Called } from '../api/call-api.ts';

/** What a call gave, null until it is there; how to ask once more. */
export type Asked<Value> = {
  readonly called: Called<Value> | null;
  readonly again: () => void;
};

/** Asks the API for something that a part of a page shows; anew where the address changes. */
export const useCalled = <Value>(call: CallApi, path: string): Asked<Value> => {
  const [called, setCalled] = useState<Called<Value> | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    setCalled(null);
    call<Value>('GET', path).then((answer) => {
      if (isWanted) setCalled(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [call, path, attempt]);
  return { called, again: () => setAttempt((count) => count + 1) };
};
