import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../../web/pages/sign-in/places-of.ts';
import { rolesIn } from '../../../../web/pages/sign-in/roles-in.ts';

const tokenOf = (claims: object): string =>
  ['{}', JSON.stringify(claims)].map((part) => Buffer.from(part).toString('base64url')).join('.');

describe('rolesIn', () => {
  it("reads a list in Cognito's claim, unless another is named", () => {
    expect(rolesIn(tokenOf({ 'cognito:groups': ['planner', 'coordinator:a'] }))).toEqual([
      'planner',
      'coordinator:a',
    ]);
    expect(rolesIn(tokenOf({ roles: ['planner'] }), 'roles')).toEqual(['planner']);
  });

  it('reads a single role that is no list, and any letters', () => {
    expect(rolesIn(tokenOf({ roles: 'coordinator:a', name: 'Ñandú ¿?' }), 'roles')).toEqual([
      'coordinator:a',
    ]);
  });

  it.each(['opaque', '', 'a.b.c', tokenOf({}), tokenOf({ 'cognito:groups': 7 })])(
    'finds none in %s',
    (token) => {
      expect(rolesIn(token)).toEqual([]);
    },
  );
});

describe('placesOf', () => {
  it('leads coordinators to their organizations and administrators to the administration', () => {
    expect(placesOf(['coordinator:a', 'planner', 'administrator', 'coordinator:b'])).toEqual([
      { kind: 'organization', organization: 'a', path: '/organizations/a' },
      { kind: 'administration', path: '/admin' },
      { kind: 'organization', organization: 'b', path: '/organizations/b' },
    ]);
  });

  it('leads planners nowhere else', () => {
    expect(placesOf(['planner'])).toEqual([]);
  });
});
