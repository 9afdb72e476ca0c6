import type fc from 'fast-check';
import { TOKEN_FAULTS, type TokenIssuer } from '../api/token-issuer.ts';
import { anyToken } from './any-token.ts';

/** A token, and who it makes of its bearer; undefined where the claim can be read either way. */
export type FuzzToken = {
  readonly text: string | undefined;
  readonly role: string | undefined;
};

/** Claims that a careless issuer may write, none of which names the role of an administrator. */
const ODD_CLAIMS: readonly unknown[] = [
  '',
  'Administrator',
  ['administrators'],
  ['not-administrator', 'coordinator:administrator'],
  [['administrators']],
  { administrator: true },
  { toString: 'administrator' },
  null,
  true,
  7,
  ['__proto__', 'constructor'],
  ['x'.repeat(3000)],
];

/** The role of a token that is none. */
export const NOBODY = 'none';

/** May look at everything, and do nothing that is kept with who did it. */
export const NAMELESS_ADMINISTRATOR = 'an administrator without a subject';

/** Tokens of every role and fault, and with odd claims; made once, since signing takes time. */
export const fuzzTokens = async (
  issuer: TokenIssuer,
): Promise<{
  readonly administrator: FuzzToken;
  readonly planner: FuzzToken;
  readonly coordinator: FuzzToken;
  /** Nothing that a deployment's own issuer writes: not where tokens come from there. */
  readonly nameless?: FuzzToken;
  readonly others: readonly FuzzToken[];
  /** Any token that somebody with the issuer's key could write; only where there is one. */
  readonly any?: fc.Arbitrary<FuzzToken>;
}> => {
  const ofRole = async (role: string): Promise<FuzzToken> => ({
    text: await issuer.issue(role),
    role,
  });
  const faulty = await Promise.all(TOKEN_FAULTS.map((fault) => issuer.issueWithFault(fault)));
  const odd = await Promise.all(ODD_CLAIMS.map((roles) => issuer.issueWithRoles(roles)));
  const texts = [undefined, '', 'a.b.c', 'x'.repeat(5000), '\u00ff\u00fe', ...faulty, ...odd];
  return {
    administrator: await ofRole('administrator'),
    planner: await ofRole('planner'),
    coordinator: await ofRole('coordinator:harbor'),
    nameless: {
      text: await issuer.issueWithoutSubject('administrator'),
      role: NAMELESS_ADMINISTRATOR,
    },
    any: anyToken(issuer),
    others: [
      await ofRole('coordinator:harbor'),
      await ofRole('coordinator:elsewhere'),
      ...texts.map((text) => ({ text, role: NOBODY })),
    ],
  };
};
export type FuzzTokens = Awaited<ReturnType<typeof fuzzTokens>>;
