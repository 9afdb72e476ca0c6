/** Someone with a role, who signs in with an address and a password. */
export type User = {
  readonly role: string;
  readonly email: string;
  readonly password: string;
};

/** One user of each role. They exist in the emulator only, so their passwords are no secrets. */
export const demonstrationUsers = (organization: string): readonly User[] => [
  user('administrator', 'administrator'),
  user('planner', 'planner'),
  user('coordinator', `coordinator:${organization}`),
];

const user = (name: string, role: string): User => ({
  role,
  email: `${name}@example.org`,
  password: `Local-${name}-1`,
});

export class UnknownRoleError extends Error {
  override readonly name = 'UnknownRoleError';
}

/** The first of `users` with a role; a coordinator's organization is left out. */
export const userOf = (users: readonly User[], role: string): User => {
  const found = users.find((user) => roleName(user) === role);
  if (found) return found;
  throw new UnknownRoleError(`"${role}" is none of the roles ${users.map(roleName).join(', ')}.`);
};

/** A user's role without the organization that a coordinator looks after. */
export const roleName = ({ role }: User): string => role.split(':')[0] ?? role;
