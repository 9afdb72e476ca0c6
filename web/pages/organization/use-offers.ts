import { useEffect, useState } from 'preact/hooks';
import type { CallApi } from '../api/call-api.ts';
import { type Described, offersOf } from './offers-of.ts';

/** Which of the calls that not every service has this one has; null while that is not known. */
export type Offers = { readonly invitations: boolean | null; readonly imports: boolean | null };

const UNKNOWN: Offers = { invitations: null, imports: null };

/** Asks the service's own description what it can do, so that no page offers what it cannot. */
export const useOffers = (call: CallApi): Offers => {
  const [offers, setOffers] = useState(UNKNOWN);
  useEffect(() => {
    let isWanted = true;
    call<Described>('GET', '/v1/openapi.json').then((answer) => {
      if (isWanted && answer.kind === 'done') setOffers(offersOf(answer.value));
    });
    return () => {
      isWanted = false;
    };
  }, [call]);
  return offers;
};
