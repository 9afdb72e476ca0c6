import { useEffect, useState } from 'preact/hooks';
import { getSiteConfig } from '../api/site-config.ts';

/** Which of the calls that not every service has this one has. */
export type Offers = { readonly invitations: boolean; readonly imports: boolean };

const NONE: Offers = { invitations: false, imports: false };
const PERHAPS: Offers = { invitations: true, imports: true };

/**
 * Reads in the pages' own `config.json` what the service can do, so that no page offers what it
 * cannot. Null while that is not known; where it cannot be read everything is offered: a call that
 * is not there says so itself.
 *
 * @param isWanted false where nothing depends on it
 */
export const useOffers = (isWanted: boolean): Offers | null => {
  const [offers, setOffers] = useState<Offers | null>(isWanted ? null : NONE);
  useEffect(() => {
    if (!isWanted) return;
    let isShown = true;
    getSiteConfig()
      .then(({ invitations = false, uploads }) => ({ invitations, imports: uploads !== undefined }))
      .catch(() => PERHAPS)
      .then((read) => {
        if (isShown) setOffers(read);
      });
    return () => {
      isShown = false;
    };
  }, [isWanted]);
  return offers;
};
