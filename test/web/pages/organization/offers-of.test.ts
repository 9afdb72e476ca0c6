import { expect, it } from 'vitest';
import { offersOf } from '../../../../web/pages/organization/offers-of.ts';

const PARAMETER = '{poll}';
const imports = `/v1/polls/${PARAMETER}/imports`;
const invitations = `/v1/polls/${PARAMETER}/organizations/{organization}/invitations`;

it('offersOf finds the calls that a service describes', () => {
  const paths = { [imports]: { post: {} }, [invitations]: { post: {} } };
  expect(offersOf({ paths })).toEqual({ invitations: true, imports: true });
});

it.each([
  ['no paths', {}],
  ['other methods', { paths: { [imports]: { get: {} } } }],
  ['what lies below', { paths: { [`${imports}/{import}`]: { post: {} } } }],
])('offersOf finds none in a description of %s', (_, described) => {
  expect(offersOf(described)).toEqual({ invitations: false, imports: false });
});
