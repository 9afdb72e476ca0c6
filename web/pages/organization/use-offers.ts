import { useEffect, useState } from 'preact/hooks';
import type { CallApi } from '../api/call-api.ts';
import { type Described, offersOf } from './offers-of.ts';

/** Which of the calls that not every service has this one has; null while that is not known. */
export type Offers = { readonly invitations: boolean | null; readonly imports: boolean | null };

const UNKNOWN: Offers = { invitations: null, imports: null };

/**
 * Asks the service's own description what it can do, so that no page offers what it cannot.
 *
 * @param isWanted false where nothing depends on it: the description is long
 */
export const useOffers = (call: CallApi, isWanted: boolean): Offers => {
  const [offers, setOffers] = useState(UNKNOWN);
  useEffect(() => {
    if (!isWanted) return;
    let isShown = true;
    call<Described>('GET', '/v1/openapi.json').then((answer) => {
      if (isShown && answer.kind === 'done') setOffers(offersOf(answer.value));
    });
    return () => {
      isShown = false;
    };
  }, [call, isWanted]);
  return offers;
};
