import { randomBytes } from 'node:crypto';
import type { Holder } from '../../local/api/response-requests.ts';
import { type Answers, createAnswerMaker } from '../../local/demonstration/answers.ts';
import type { DemonstrationOrganization } from '../../local/demonstration/organizations.ts';
import { createRandom } from '../../local/demonstration/random.ts';
import type { PollDefinition } from '../../schemas/poll.ts';

/** Someone who has not answered yet, and what they would answer. */
export type Newcomer = { readonly holder: Holder; readonly answers: Answers };

const SEED = 7;
const RECEIPT_BYTES = 16;

/** Makes one newcomer after the other, in the organizations in turn. */
export const newcomers = (
  poll: string,
  definition: PollDefinition,
  organizations: readonly DemonstrationOrganization[],
): (() => Newcomer) => {
  const answersOf = createAnswerMaker(definition, createRandom(SEED));
  let count = 0;
  return () => {
    const organization = organizations[count++ % organizations.length]?.id ?? '';
    const receipt = randomBytes(RECEIPT_BYTES).toString('base64url');
    return { holder: { poll, organization, receipt }, answers: answersOf(organization) };
  };
};
