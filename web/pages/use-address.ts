import { useEffect, useRef, useState } from 'preact/hooks';
import { withParameters } from './with-parameters.ts';

/** Goes to an address of this site without loading it anew, or puts it in this one's place. */
export type Go = (address: string, how?: 'push' | 'replace') => void;

/** What is asked of whoever is about to leave something that would be lost. */
export type LeavingQuestion = {
  readonly title: string;
  readonly text: string;
  readonly leave: string;
  readonly stay: string;
};

/** Names what would be lost by leaving the page; null once there is nothing. */
export type Hold = (question: LeavingQuestion | null) => void;

/** A question that waits for an answer. */
export type Leaving = {
  readonly question: LeavingQuestion;
  readonly leave: () => void;
  readonly stay: () => void;
};

/** What the browser keeps of a page over an address: another language of it is no other page. */
const placeOf = (address: URL): string => withParameters(address, { lang: null });

/**
 * The page's address, and how to change it; back and forward change it, too. While a page holds
 * what would be lost, whatever leads away from it asks first: in words of the page's own within
 * the site, in the browser's words out of it.
 */
export const useAddress = () => {
  const [address, setAddress] = useState(() => new URL(location.href));
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const held = useRef<LeavingQuestion | null>(null);
  const shown = useRef(address);
  const show = (next: URL): void => {
    shown.current = next;
    setAddress(next);
  };
  const hold: Hold = (question) => {
    held.current = question;
  };
  /** Whether it asks first; what leads on runs once that is wanted. */
  const asks = (next: URL, leadOn: () => void): boolean => {
    const question = held.current;
    if (question === null || placeOf(next) === placeOf(shown.current)) return false;
    const stay = (): void => setLeaving(null);
    const leave = (): void => {
      hold(null);
      stay();
      leadOn();
    };
    setLeaving({ question, leave, stay });
    return true;
  };
  const go: Go = (target, how = 'push') => {
    const next = new URL(target, location.href);
    if (asks(next, () => go(target, how))) return;
    if (how === 'push') history.pushState(null, '', next);
    else history.replaceState(null, '', next);
    show(next);
  };
  useEffect(() => {
    const follow = (): void => {
      const next = new URL(location.href);
      // The browser is there already: it is put back, and sent on by one step if that is wanted.
      if (asks(next, () => history.back())) history.pushState(null, '', shown.current);
      else show(next);
    };
    const warn = (event: BeforeUnloadEvent): void => {
      if (held.current !== null) event.preventDefault();
    };
    addEventListener('popstate', follow);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('beforeunload', warn);
    };
  }, []);
  return { address, go, hold, leaving };
};
