import { InnerLink } from './inner-link.tsx';
import type { Place } from './sign-in/places-of.ts';
import type { Go } from './use-address.ts';
import { withParameters } from './with-parameters.ts';
import type { PagesWording } from './wording/wording.ts';

/** Links to the pages that somebody's roles lead to, in the language of the page. */
export const PlaceLinks = ({
  words,
  address,
  go,
  places,
}: {
  readonly words: PagesWording;
  readonly address: URL;
  readonly go: Go;
  readonly places: readonly Place[];
}) => (
  <nav aria-label={words.places.heading}>
    {places.map((place) => (
      <InnerLink
        key={place.path}
        go={go}
        href={withParameters(new URL(place.path, address), {
          lang: address.searchParams.get('lang'),
        })}
        current={address.pathname === place.path}
      >
        {place.kind === 'organization'
          ? words.places.organization(place.organization)
          : words.places.administration}
      </InnerLink>
    ))}
  </nav>
);
