import type { Answers } from './answers.ts';
import type { Step, Visit } from './visits.ts';

/** What is in force of one respondent. */
export type InForce = { readonly organization: string; readonly answers: Answers };

/** What the clients sent and were told; nothing here comes from the service's own counts. */
export type Journal = {
  readonly answered: (visit: Visit, step: Step, status: number) => void;
  readonly retried: () => void;
  readonly counts: () => Counts;
  /** The responses in force, by organization, in the order of their receipts. */
  readonly inForce: () => readonly InForce[];
};

/** How many of each so far. */
export type Counts = {
  readonly requests: number;
  readonly respondents: number;
  readonly accepted: number;
  readonly refused: number;
  readonly retried: number;
};

/** An empty journal. */
export const createJournal = (): Journal => {
  const responses = new Map<string, InForce | undefined>();
  const counts = { requests: 0, respondents: 0, accepted: 0, refused: 0, retried: 0 };
  return {
    answered: ({ holder, kind }, step, status) => {
      counts.requests += 1;
      if (kind === 'first' && !responses.has(holder.receipt)) counts.respondents += 1;
      if (status < 300) counts.accepted += 1;
      else counts.refused += 1;
      if (step.leaves === undefined) return;
      const { organization, receipt } = holder;
      const answers = step.leaves === 'nothing' ? undefined : step.leaves;
      responses.set(receipt, answers && { organization, answers });
    },
    retried: () => {
      counts.retried += 1;
    },
    counts: () => ({ ...counts }),
    inForce: () =>
      [...responses]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([, response]) => (response ? [response] : []))
        .toSorted((one, other) => one.organization.localeCompare(other.organization, 'en')),
  };
};
