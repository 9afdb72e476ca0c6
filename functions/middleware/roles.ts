import { OrganizationId } from '../../schemas/identifier.ts';
import { claimOf, type HttpEvent } from './http-event.ts';
import { ProblemError } from './problem-error.ts';

const ADMINISTRATOR = 'administrator';
const COORDINATOR = 'coordinator:';
const LISTED = /^\[(.*)\]$/s;

/**
 * The roles in a claim. The gateway's JWT authorizer hands a list over as `[a b]`, so a role's
 * name must not hold a space; a verified token has an array, and an issuer may give a single
 * role as a plain string.
 */
export const rolesIn = (claim: unknown): readonly string[] => {
  if (Array.isArray(claim)) return claim.filter((role) => typeof role === 'string');
  if (typeof claim !== 'string') return [];
  const listed = LISTED.exec(claim)?.[1];
  if (listed === undefined) return [claim];
  return listed.split(/\s+/).filter((role) => role !== '');
};

/**
 * Lets only administrators pass. The gateway has checked the token; this looks at its roles.
 *
 * @throws ProblemError `administrators-only`
 */
export const requireAdministrator = (event: HttpEvent, rolesClaim: string): void => {
  if (!rolesIn(claimOf(event, rolesClaim)).includes(ADMINISTRATOR))
    throw new ProblemError('administrators-only');
};

/** Whose affairs a caller may look at: every organization's, or those of some. */
export type Charge =
  | { readonly kind: 'all' }
  | { readonly kind: 'own'; readonly organizations: readonly string[] };

/**
 * Lets administrators and coordinators pass. The gateway has checked the token; this looks at its
 * roles.
 *
 * @throws ProblemError `coordinators-only`
 */
export const requireCharge = (event: HttpEvent, rolesClaim: string): Charge => {
  const roles = rolesIn(claimOf(event, rolesClaim));
  if (roles.includes(ADMINISTRATOR)) return { kind: 'all' };
  const organizations = roles
    .filter((role) => role.startsWith(COORDINATOR))
    .map((role) => role.slice(COORDINATOR.length))
    .filter((id) => OrganizationId.safeParse(id).success);
  if (organizations.length === 0) throw new ProblemError('coordinators-only');
  return { kind: 'own', organizations: [...new Set(organizations)].sort() };
};
