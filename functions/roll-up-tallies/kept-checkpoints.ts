import { sha256 } from '../../adapters/crypto/sha256.ts';
import type { Checkpoints } from '../../adapters/s3/checkpoints.ts';
import { emptyTally } from '../../core/counting/count-responses.ts';
import { pollShape } from '../../core/counting/poll-shape.ts';
import { parseCheckpoint, serializeCheckpoint } from '../../core/release/canonical-checkpoint.ts';
import type { CountedPoll } from '../../core/release/frozen-organizations.ts';
import type { Checkpoint } from '../../schemas/checkpoint.ts';
import type { Poll } from '../../schemas/poll.ts';
import { keepParticipation } from './keep-participation.ts';
import type { RollUpDeps } from './roll-up-deps.ts';

const DIGEST_DIGITS = 32;

/** Keeps a checkpoint and gives its key, which is made from the hash of its content. */
export const keepCheckpoint = (
  { checkpoints }: { readonly checkpoints: Pick<Checkpoints, 'put'> },
  checkpoint: Checkpoint,
): Promise<string> => {
  const body = serializeCheckpoint(checkpoint);
  const digest = sha256(body).slice(0, DIGEST_DIGITS);
  return checkpoints.put(checkpoint.poll, digest, body);
};

/** The checkpoint under a key; none where there is no key. */
export const readCheckpoint = async (
  { checkpoints }: { readonly checkpoints: Pick<Checkpoints, 'get'> },
  key: string | undefined,
): Promise<Checkpoint | undefined> =>
  key === undefined ? undefined : parseCheckpoint(await checkpoints.get(key));

/**
 * A poll's tallies as they stand, of every organization, those without a response included. How
 * many answered is kept on the way, for those who look after an organization.
 */
export const countPoll = async (
  deps: Pick<RollUpDeps, 'organizations' | 'tallies' | 'participation' | 'now'>,
  poll: Poll,
  { day, final }: { readonly day: string; readonly final: boolean },
): Promise<CountedPoll> => {
  const { id, definition } = poll;
  const shape = pollShape(definition);
  const countedAt = deps.now();
  const [organizations, tallies] = await Promise.all([
    deps.organizations.list(id),
    deps.tallies.list(id, shape),
  ]);
  await keepParticipation(deps, poll, tallies, { countedAt, final });
  const counted = new Map(tallies.map((tally) => [tally.organization, tally]));
  return {
    poll: id,
    day,
    organizations: organizations.map(({ id: organization, attributes, peopleServed }) => ({
      tally: counted.get(organization) ?? { organization, ...emptyTally(shape) },
      attributes,
      peopleServed,
    })),
  };
};
