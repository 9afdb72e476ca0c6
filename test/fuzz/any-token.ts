import fc from 'fast-check';
import type { TokenIssuer } from '../api/token-issuer.ts';
import { aMarkedText } from './marks.ts';
import { type FuzzToken, NAMELESS_ADMINISTRATOR, NOBODY } from './tokens.ts';

type Part = Readonly<Record<string, unknown>>;

/** A part of a token, and whether a token with it is to be believed. */
type Judged = { readonly part: Part; readonly isGood: boolean };

const HOUR_SECONDS = 3600;
const LONGEST_SUBJECT = 255;

const good = (...parts: readonly Part[]) => parts.map((part) => ({ part, isGood: true }));
const bad = (...parts: readonly Part[]) => parts.map((part) => ({ part, isGood: false }));

/** Where a token can be odd: what an issuer writes there, and what else may stand there. */
type Place = { readonly usual: Part; readonly others: readonly Judged[] };

const ODD: readonly unknown[] = [null, '', 'x', true, {}, [], [[]], '9999999999'];
const place = (usual: Part, others: readonly Judged[]): Place => ({ usual, others });

const each = (name: string, values: readonly unknown[]): readonly Part[] =>
  values.map((value) => ({ [name]: value }));

const timesFrom = (now: number) => [
  place({ exp: now + HOUR_SECONDS }, [
    ...good({ exp: now + HOUR_SECONDS + 0.5 }, { exp: Number.MAX_SAFE_INTEGER }),
    ...bad({}, ...each('exp', ODD), ...each('exp', [0, -1, now - HOUR_SECONDS])),
  ]),
  place({}, [
    ...good({ nbf: now - HOUR_SECONDS }, { nbf: 0 }, { nbf: -1 }),
    ...bad(...each('nbf', ODD), { nbf: now + HOUR_SECONDS }),
  ]),
];

const audiencesOf = (audience: string) =>
  place({ client_id: audience }, [
    ...good({ aud: audience }, { aud: [audience] }, { aud: ['another', audience] }),
    ...good({ aud: audience, client_id: 'another' }),
    ...bad({}, { aud: 'another', client_id: audience }, { client_id: 'another' }),
    ...bad(...each('aud', ['', [], ['another'], {}, 7, audience.toUpperCase(), [[audience]]])),
  ]);

const issuersOf = (url: string) =>
  place({ iss: url }, [
    ...bad({}, ...each('iss', ODD)),
    ...bad(...each('iss', [`${url}/`, `${url}.attacker.test`, url.toUpperCase(), [url]])),
  ]);

/** Keys and where to find them: what a token says of its own is nothing to go by. */
const headersOf = (kid: string) => [
  place({ kid }, [
    ...good({}),
    ...bad(...each('kid', ['another', '', '../../../dev/null', "' or 1=1", 7, null, [kid], {}])),
  ]),
  place({}, [
    ...good({ typ: 'JWT' }, { typ: 'at+jwt' }, { cty: 'JWT' }),
    ...good({ jku: 'https://attacker.test/jwks.json' }, { x5u: 'https://attacker.test/x.pem' }),
    ...good({ jwk: { kty: 'oct', k: 'c2VjcmV0' } }, { x5c: ['MIIB'] }),
    ...bad({ crit: ['exp'] }, { crit: [] }, { crit: 'exp' }, { crit: ['b64'], b64: false }),
    ...bad({ crit: ['zqx'], zqx: true }),
  ]),
  place({ alg: 'RS256' }, [
    ...bad(...each('alg', ['none', 'None', 'HS256', 'RS512', 'ES256', '', null, 7, ['RS256']])),
    ...bad({}),
  ]),
];

/** Whoever is named at all is named in an audit entry. */
const someone: Part = { sub: 'someone' };
const subjects: fc.Arbitrary<Part> = fc.oneof(
  fc.constantFrom<Part>(
    {},
    ...each('sub', ['', 'x'.repeat(LONGEST_SUBJECT + 1), 'x'.repeat(3000)]),
  ),
  fc.constantFrom<Part>(...each('sub', ['x'.repeat(LONGEST_SUBJECT), '__proto__', '[a b]'])),
  aMarkedText.map((sub) => ({ sub })),
);

const isNamed = ({ sub }: Part): boolean =>
  typeof sub === 'string' && sub.length >= 1 && sub.length <= LONGEST_SUBJECT;

const usualOf = (places: readonly Place[]): Part =>
  Object.assign({}, ...places.map(({ usual }) => usual));

/** For each place everything as usual but there. */
const oddAt = (places: readonly Place[]): readonly (readonly Judged[])[] =>
  places.map(({ others }, odd) =>
    others.map(({ part, isGood }) => ({
      part: usualOf(places.map((one, index) => (index === odd ? { ...one, usual: part } : one))),
      isGood,
    })),
  );

/**
 * An administrator's token of the issuer's own key in which one thing may be odd, but not the
 * role; and who it makes of its bearer: an administrator where nothing in it is wrong.
 */
export const anyToken = (issuer: TokenIssuer): fc.Arbitrary<FuzzToken> => {
  const now = Math.floor(Date.now() / 1000);
  const headers = headersOf(issuer.keyId);
  const claims = [...timesFrom(now), audiencesOf(issuer.audience), issuersOf(issuer.url)];
  const tokenOf = (header: Part, said: Part, subject: Part, isGood: boolean): FuzzToken => {
    const payload = { [issuer.rolesClaim]: ['administrator'], ...said, ...subject };
    const role = isNamed(subject) ? 'administrator' : NAMELESS_ADMINISTRATOR;
    return { text: issuer.sign(header, payload), role: isGood ? role : NOBODY };
  };
  const [header, said] = [usualOf(headers), usualOf(claims)];
  return fc.oneof(
    subjects.map((subject) => tokenOf(header, said, subject, true)),
    ...oddAt(headers).map((all) =>
      fc.constantFrom(...all).map(({ part, isGood }) => tokenOf(part, said, someone, isGood)),
    ),
    ...oddAt(claims).map((all) =>
      fc.constantFrom(...all).map(({ part, isGood }) => tokenOf(header, part, someone, isGood)),
    ),
  );
};
