import { describe, expect, it } from 'vitest';
import { adminHref, placeOf, resultsHref } from '../../../../web/pages/administration/place.ts';

const at = (place: string, query = '') => placeOf(place, new URLSearchParams(query));

describe('placeOf', () => {
  it.each([
    ['', '', { kind: 'polls' }],
    ['', 'new', { kind: 'newPoll' }],
    ['spring', '', { kind: 'poll', poll: 'spring', page: 'overview' }],
    ['spring/definition', '', { kind: 'poll', poll: 'spring', page: 'definition' }],
    ['spring/organizations', '', { kind: 'poll', poll: 'spring', page: 'organizations' }],
    ['spring/organizations', 'new', { kind: 'newOrganization', poll: 'spring' }],
    ['spring/organizations', 'import', { kind: 'import', poll: 'spring' }],
    [
      'spring/organizations/hope-house',
      '',
      { kind: 'organization', poll: 'spring', organization: 'hope-house' },
    ],
    [
      'spring/organizations/hope-house/exclusions',
      '',
      { kind: 'exclusions', poll: 'spring', organization: 'hope-house' },
    ],
  ])('reads %j with ?%s', (place, query, expected) => {
    expect(at(place, query)).toEqual(expected);
  });

  it.each(['new', 'import', 'organizations', 'audit'])(
    'takes "%s" for a poll or an organization where an id stands',
    (id) => {
      expect(at(id)).toEqual({ kind: 'poll', poll: id, page: 'overview' });
      const organization = at(`spring/organizations/${id}`);
      expect(organization).toEqual({ kind: 'organization', poll: 'spring', organization: id });
    },
  );

  it.each([
    'spring/nothing',
    'spring/audit/more',
    'spring/organizations/a/b',
    'spring/organizations/a/exclusions/b',
  ])('knows no page at %s', (place) => {
    expect(at(place)).toEqual({ kind: 'unknown' });
  });
});

describe('adminHref', () => {
  const here = new URL('https://poll.test/admin/spring?lang=es&import');

  it('leads to a page in the language of this one, without what else it was asked for', () => {
    expect(adminHref(here, 'spring/audit')).toBe('/admin/spring/audit?lang=es');
    expect(resultsHref(here, 'spring')).toBe('/results/spring?lang=es');
  });

  it('leads to what has no id yet', () => {
    expect(adminHref(new URL('https://poll.test/admin'), '?new')).toBe('/admin?new');
    expect(adminHref(here, '?new')).toBe('/admin?new&lang=es');
  });
});
