import { useEffect, useState } from 'preact/hooks';

/** Goes to an address of this site without loading it anew, or puts it in this one's place. */
export type Go = (address: string, how?: 'push' | 'replace') => void;

/** The page's address, and how to change it; back and forward change it, too. */
export const useAddress = (): readonly [URL, Go] => {
  const [address, setAddress] = useState(() => new URL(location.href));
  useEffect(() => {
    const follow = (): void => setAddress(new URL(location.href));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go: Go = (target, how = 'push') => {
    const next = new URL(target, location.href);
    if (how === 'push') history.pushState(null, '', next);
    else history.replaceState(null, '', next);
    setAddress(next);
  };
  return [address, go];
};
