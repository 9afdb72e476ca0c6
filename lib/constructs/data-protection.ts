import { RemovalPolicy } from 'aws-cdk-lib';
import type { Settings } from '../../schemas/settings.ts';

/** How the loss of data is guarded against. */
export interface DataProtection {
  /** What happens to the resource when it leaves its stack. */
  readonly removalPolicy: RemovalPolicy;
  /** Whether the service itself refuses to delete the resource. */
  readonly deletionProtection: boolean;
}

/**
 * Guards data as a stage's settings ask. What is to be retained is still removed when its own
 * creation is rolled back: it is empty then, and its name would block the next attempt.
 */
export const dataProtection = ({
  removalPolicy,
}: Pick<Settings, 'removalPolicy'>): DataProtection =>
  removalPolicy === 'retain'
    ? { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, deletionProtection: true }
    : { removalPolicy: RemovalPolicy.DESTROY, deletionProtection: false };
