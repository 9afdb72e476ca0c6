import type { Organization } from '../../../schemas/organization.ts';
import type { PollDefinition } from '../../../schemas/poll.ts';
import type { Facts, FormWording } from '../wording/wording.ts';
import { localized } from './localized.ts';

/** What pages about one organization's form are made from. */
export type FormView = {
  readonly poll: string;
  readonly definition: PollDefinition;
  readonly closesAt?: string | undefined;
  /** IANA: on whose clock the close is told. */
  readonly timeZone: string;
  readonly organization: Pick<Organization, 'id' | 'name'>;
  readonly wording: FormWording;
  /** Every language that the form can be had in. */
  readonly languages: readonly FormWording[];
};

/** Where the form is. */
export const addressOf = ({ poll, organization }: Pick<FormView, 'poll' | 'organization'>) =>
  `/p/${poll}/${organization.id}`;

/** The form's address in the view's language, for links and posts that must keep it. */
export const addressInLanguage = (view: FormView): string =>
  `${addressOf(view)}?lang=${view.wording.language}`;

/** What the wording's sentences may name. */
export const factsOf = ({
  definition,
  closesAt,
  timeZone,
  organization,
  wording,
}: FormView): Facts => ({
  minRespondents: definition.minRespondents,
  minOrganizations: definition.minOrganizations,
  retentionDays: definition.retentionDays,
  organization: localized(organization.name, organization.id, wording.language).text,
  closes: closesAt ? wording.instant(closesAt, timeZone) : '',
});
