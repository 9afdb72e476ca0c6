import { expect, test } from 'vitest';
import { demonstrationUsers, roleName, userOf } from '../../../local/people/users.ts';

const users = demonstrationUsers('harbor-lights');

test('there is one user of each role, whose password the user pool takes', () => {
  expect(users.map(roleName)).toEqual(['administrator', 'planner', 'coordinator']);
  for (const { password } of users) {
    expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[^\w\s]).{12,}$/);
  }
});

test('a role is found without the organization that a coordinator looks after', () => {
  expect(userOf(users, 'coordinator').role).toBe('coordinator:harbor-lights');
});

test('an unknown role is answered with those that there are', () => {
  expect(() => userOf(users, 'chief')).toThrow(
    '"chief" is none of the roles administrator, planner, coordinator.',
  );
});
