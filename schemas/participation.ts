import * as z from 'zod';
import { Day, Instant, Language, LocalizedText, OrganizationId, PollId } from './identifier.ts';
import { PollDefinition, PollState } from './poll.ts';
import { Channel } from './response.ts';

const count = z.int().min(0);

/** How many answered through one organization; never what. */
const shown = {
  responses: count.describe('Responses that are there: those set aside too, withdrawn ones not.'),
  hasExclusions: z
    .literal(true)
    .optional()
    .describe('A list of what is set aside is in force, be it that nothing falls under it.'),
  channels: z
    .partialRecord(Channel, count)
    .optional()
    .describe(
      'By channel. Only from `minRespondents` on, and while no list of what is set aside is in force; like the days, on which people answered for the first time.',
    ),
  firstDay: Day.optional(),
  lastDay: Day.optional(),
};

/** One organization's participation as it is kept. */
export const OrganizationParticipation = z.strictObject({
  organization: OrganizationId,
  ...shown,
});
export type OrganizationParticipation = z.infer<typeof OrganizationParticipation>;

/**
 * A poll's participation as the roll-up keeps it: nothing in it says more than may be shown.
 * Organizations without a response are left out.
 */
export const ParticipationCount = z.strictObject({
  version: z.literal(1),
  poll: PollId,
  /** Just before the tallies were read. */
  countedAt: Instant,
  /** Whether it is of the sealed tallies. */
  final: z.boolean(),
  organizations: z.array(OrganizationParticipation),
});
export type ParticipationCount = z.infer<typeof ParticipationCount>;

/** An organization, and how many answered through it as far as that was counted. */
const ParticipatingOrganization = z.strictObject({
  organization: OrganizationId,
  name: LocalizedText,
  expectedResponses: z.int().min(1).optional(),
  ...shown,
  responses: shown.responses.optional(),
});

/** What coordinators see of their own organizations, and administrators of all. */
export const ParticipationView = z.strictObject({
  poll: PollId,
  state: PollState,
  minRespondents: PollDefinition.shape.minRespondents.unwrap(),
  countedAt: Instant.optional().describe(
    'When it was counted. Absent before the first count and once the counts have expired.',
  ),
  final: z.boolean().describe('Whether it is the final count.'),
  total: z
    .strictObject({ organizations: count, begun: count, responses: count })
    .optional()
    .describe('Over the organizations that are listed.'),
  organizations: z.array(ParticipatingOrganization),
  notBegun: z.array(OrganizationId).describe('Those through which nobody has answered.'),
});
export type ParticipationView = z.infer<typeof ParticipationView>;

/** A poll as those see it who look after an organization in it. */
const OrganizationPoll = z.strictObject({
  id: PollId,
  state: PollState,
  mode: PollDefinition.shape.mode.unwrap(),
  title: LocalizedText.optional(),
  name: LocalizedText.describe("The organization's name in this poll."),
  languages: z
    .array(Language)
    .min(1)
    .describe('Those that the form is offered in: every title is in them.'),
  openedAt: Instant.optional(),
  closesAt: Instant.optional(),
  importsCloseAt: Instant.optional(),
});
export type OrganizationPoll = z.infer<typeof OrganizationPoll>;

/** The polls that an organization takes part in, drafts too. */
export const OrganizationPolls = z.strictObject({
  organization: OrganizationId,
  polls: z.array(OrganizationPoll),
});
export type OrganizationPolls = z.infer<typeof OrganizationPolls>;
