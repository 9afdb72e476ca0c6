import type { Organization } from '../../../../schemas/organization.ts';
import { numberOf, type Texts } from '../definition/draft.ts';

/** An attribute as it is typed. */
export type DraftAttribute = { readonly key: string; readonly id: string; readonly value: string };

/** An organization as it is typed. */
export type OrganizationDraft = {
  readonly name: Texts;
  readonly peopleServed: string;
  readonly expectedResponses: string;
  readonly attributes: readonly DraftAttribute[];
};

/** An attribute to be typed. */
export const attribute = (id = '', value = ''): DraftAttribute => ({
  key: crypto.randomUUID(),
  id,
  value,
});

const textOf = (value: number | undefined): string => (value === undefined ? '' : `${value}`);

/** The draft of an organization; of none, one to be typed. */
export const organizationDraft = (organization?: Organization): OrganizationDraft => ({
  name: organization?.name ?? {},
  peopleServed: textOf(organization?.peopleServed),
  expectedResponses: textOf(organization?.expectedResponses),
  attributes: Object.entries(organization?.attributes ?? {}).map(([id, value]) =>
    attribute(id, value),
  ),
});

const numbers = (draft: OrganizationDraft) =>
  (['peopleServed', 'expectedResponses'] as const).flatMap((name) =>
    draft[name].trim() === '' ? [] : [[name, numberOf(draft[name])] as const],
  );

/** The request that puts an organization; an attribute of which nothing was typed is left out. */
export const organizationRequest = (
  draft: OrganizationDraft,
): Readonly<Record<string, unknown>> => ({
  name: Object.fromEntries(Object.entries(draft.name).filter(([, text]) => text.trim() !== '')),
  attributes: Object.fromEntries(
    draft.attributes
      .filter(({ id, value }) => id.trim() !== '' || value.trim() !== '')
      .map(({ id, value }) => [id.trim(), value.trim()]),
  ),
  ...Object.fromEntries(numbers(draft)),
});

/** Which attributes cannot be sent: without an id or a value, or with the id of another. */
export const faultyAttributes = ({ attributes }: OrganizationDraft): readonly number[] =>
  attributes.flatMap(({ id, value }, index) => {
    const isEmpty = id.trim() === '' && value.trim() === '';
    const repeats = attributes.findIndex((other) => other.id.trim() === id.trim()) < index;
    return !isEmpty && (repeats || id.trim() === '' || value.trim() === '') ? [index] : [];
  });
