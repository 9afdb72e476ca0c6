import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Called, CallRefusal } from '../api/call-api.ts';

/** What was asked for, as far as it is there. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'found'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: CallRefusal };

/** Asks again: quietly, what is shown stays until there is something newer. */
export type Reload = (how?: 'quietly') => Promise<void>;

/** Asks for something when a page is shown, and again when it wants; the last question counts. */
export const useLoaded = <Value>(
  ask: () => Promise<Called<Value>>,
): readonly [Loaded<Value>, Reload] => {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ kind: 'loading' });
  const asked = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;
  const reload = useCallback<Reload>(async (how) => {
    asked.current += 1;
    const own = asked.current;
    if (how !== 'quietly') setLoaded({ kind: 'loading' });
    const answer = await latest.current();
    if (own !== asked.current) return;
    if (answer.kind === 'done') setLoaded({ kind: 'found', value: answer.value });
    else if (how !== 'quietly' || answer.refusal.status === 401) setLoaded(answer);
  }, []);
  useEffect(() => {
    void reload();
    return () => {
      asked.current += 1;
    };
  }, []);
  return [loaded, reload];
};

/** Looks again every so often while there is something to wait for. */
export const useEvery = (milliseconds: number, waiting: boolean, look: () => void): void => {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => latest.current(), milliseconds);
    return () => clearInterval(timer);
  }, [waiting, milliseconds]);
};
