import { expect, it } from 'vitest';
import { demonstrationOrganizations } from '../../../../local/demonstration/organizations.ts';
import { formLink } from '../../../../web/pages/organization/sharing/form-link.ts';

const LONGEST = 40;

it('formLink of the shipped poll and each demonstration organization takes at most 40 characters after the domain', () => {
  for (const { id } of demonstrationOrganizations) {
    expect(formLink('', 'calls-to-action', id).length).toBeLessThanOrEqual(LONGEST);
  }
});
