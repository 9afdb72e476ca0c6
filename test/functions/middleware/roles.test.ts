import { describe, expect, test } from 'vitest';
import {
  requireAdministrator,
  requireCharge,
  rolesIn,
} from '../../../functions/middleware/roles.ts';
import { anEvent } from '../an-event.ts';
import { refusalOf } from '../refusal-of.ts';

const withClaims = (claims: Record<string, string>) =>
  anEvent({ requestContext: { authorizer: { jwt: { claims, scopes: [] } } } });

describe('rolesIn(claim)', () => {
  test('reads a list as the gateway writes it', () => {
    expect(rolesIn('[administrator coordinator:harbor]')).toEqual([
      'administrator',
      'coordinator:harbor',
    ]);
    expect([rolesIn('[]'), rolesIn('[ ]')]).toEqual([[], []]);
  });

  test('reads an array, and a single role', () => {
    expect(rolesIn(['planner', 7, 'administrator'])).toEqual(['planner', 'administrator']);
    expect(rolesIn('planner')).toEqual(['planner']);
  });

  test('a single role is not taken apart', () => {
    expect(rolesIn('not,administrator')).toEqual(['not,administrator']);
    expect(rolesIn('no administrator')).toEqual(['no administrator']);
  });

  test('whatever else it is gives no role', () => {
    for (const claim of [undefined, null, 7, true, {}]) expect(rolesIn(claim)).toEqual([]);
  });
});

describe('requireAdministrator(event, rolesClaim)', () => {
  test('lets a token with that role in that claim pass', () => {
    expect(() =>
      requireAdministrator(withClaims({ roles: '[administrator]' }), 'roles'),
    ).not.toThrow();
  });

  test('refuses a request without a token, without the claim, or with other roles', async () => {
    for (const event of [
      anEvent(),
      withClaims({}),
      withClaims({ groups: '[administrator]' }),
      withClaims({ roles: '[administrators coordinator:administrator]' }),
    ]) {
      const refusal = await refusalOf(() => requireAdministrator(event, 'roles'));
      expect(refusal.code).toBe('administrators-only');
    }
  });

  test('a claim named like something every object has is no claim', async () => {
    const refusal = await refusalOf(() => requireAdministrator(withClaims({}), 'constructor'));
    expect(refusal.code).toBe('administrators-only');
  });
});

describe('requireCharge(event, rolesClaim)', () => {
  const chargeOf = (roles: string) => requireCharge(withClaims({ roles }), 'roles');

  test('administrators look at all, coordinators at their own', () => {
    expect(chargeOf('[coordinator:harbor administrator]')).toEqual({ kind: 'all' });
    expect(chargeOf('[planner coordinator:harbor coordinator:a coordinator:a]')).toEqual({
      kind: 'own',
      organizations: ['a', 'harbor'],
    });
  });

  test('whoever coordinates no organization is refused', async () => {
    for (const roles of [
      '',
      'planner',
      '[]',
      'coordinator:',
      'coordinator:A B',
      'coordinators:a',
    ]) {
      const refusal = await refusalOf(() => chargeOf(roles));
      expect(refusal.code).toBe('coordinators-only');
    }
  });
});
