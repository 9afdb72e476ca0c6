/** A page that somebody's roles lead to. */
export type Place =
  | { readonly kind: 'organization'; readonly organization: string; readonly path: string }
  | { readonly kind: 'administration'; readonly path: string };

const COORDINATOR = 'coordinator:';

/** The pages that are there for somebody with these roles, in the order of the roles. */
export const placesOf = (roles: readonly string[]): readonly Place[] =>
  roles.flatMap((role): readonly Place[] => {
    if (role === 'administrator') return [{ kind: 'administration', path: '/admin' }];
    if (!role.startsWith(COORDINATOR)) return [];
    const organization = role.slice(COORDINATOR.length);
    return [{ kind: 'organization', organization, path: `/organizations/${organization}` }];
  });
