/** Whose response the examples are about; the id in `path-parameters.ts` is its hash. */
export const RECEIPT = 'Zm9yZXN0LXJpdmVyLXN0b25l';

const OPENED = '2027-02-01T09:00:00.000Z';
const CLOSES = '2027-03-31T23:59:59.000Z';

const WRITTEN = {
  title: { en: 'Calls to Action', es: 'Llamados a la acción' },
  levels: 5,
  categories: [
    { id: 'training', title: { en: 'Training' }, items: ['peer-mentor-training', 'toolkits'] },
    { id: 'housing', title: { en: 'Housing' }, items: ['recovery-housing'] },
  ],
};

const DEFINITION = {
  title: WRITTEN.title,
  levels: WRITTEN.levels,
  categories: [
    {
      id: 'training',
      title: { en: 'Training' },
      items: [{ id: 'peer-mentor-training' }, { id: 'toolkits' }],
    },
    { id: 'housing', title: { en: 'Housing' }, items: [{ id: 'recovery-housing' }] },
  ],
  headlineMetric: 'agree',
  mode: 'open',
  reports: 'planners',
  minRespondents: 11,
  minOrganizations: 3,
  publishedAttributes: [],
  retentionDays: 90,
};

const ORGANIZATION = {
  name: { en: 'Harbor Lights', es: 'Luces del Puerto' },
  attributes: { region: 'coast' },
  peopleServed: 420,
  expectedResponses: 150,
};

const KEPT_ORGANIZATION = { ...ORGANIZATION, id: 'harbor-lights', bucketBits: 1 };

const POLL = { id: 'calls-to-action', state: 'open', openedAt: OPENED, closesAt: CLOSES };
const SUMMARY = { ...POLL, earliestExpiry: '2027-06-29T23:59:59.000Z' };

/** What the document shows of requests and answers; a test holds each to its schema. */
export const examples = {
  pollRequest: { definition: WRITTEN, closesAt: CLOSES },
  pollDescription: { ...POLL, definition: DEFINITION },
  pollView: { ...SUMMARY, definition: DEFINITION },
  pollList: { polls: [{ ...SUMMARY, title: WRITTEN.title }] },
  organizationRequest: ORGANIZATION,
  organization: KEPT_ORGANIZATION,
  organizationName: { name: ORGANIZATION.name },
  organizationList: { organizations: [KEPT_ORGANIZATION] },
  organizationsCsv:
    'id,name,name:es,peopleServed,expectedResponses,attribute:region\r\nharbor-lights,Harbor Lights,Luces del Puerto,420,150,coast\r\n',
  loadedOrganizations: { organizations: 1, created: 1, changed: 0 },
  exclusionsRequest: {
    reason: 'A script sent the same answers all night.',
    exclusions: [{ channel: 'web', day: '2027-02-10' }],
  },
  exclusionsView: {
    organization: 'harbor-lights',
    version: 1,
    exclusions: [{ channel: 'web', day: '2027-02-10' }],
  },
  auditPage: {
    entries: [
      {
        id: '6f1d2c3a-8b4e-4f5a-9c6d-7e8f90a1b2c3',
        at: OPENED,
        actor: '0b7e1f52-93c4-4d5e-8f60-718293a4b5c6',
        poll: 'calls-to-action',
        correlation: 'JKJaXmPLvHcESHA=',
        act: 'poll.opened',
        closesAt: CLOSES,
      },
    ],
    next: `${OPENED}#6f1d2c3a-8b4e-4f5a-9c6d-7e8f90a1b2c3`,
  },
  submission: {
    revision: 1,
    channel: 'web',
    answers: { 'peer-mentor-training': 5, toolkits: null, 'recovery-housing': 4 },
  },
  acceptedSubmission: { kind: 'created', revision: 1 },
  responseView: {
    revision: 1,
    channel: 'web',
    day: '2027-02-10',
    answers: { 'peer-mentor-training': 5, 'recovery-housing': 4 },
  },
  snapshotList: {
    poll: 'calls-to-action',
    snapshots: [
      {
        number: 1,
        snapshot: '000001-0123456789ab',
        kind: 'interim',
        asOf: '2027-02-20',
        files: [{ path: 'priorities.csv', bytes: 20480, sha256: 'c0ffee00'.repeat(8) }],
      },
    ],
  },
  participationView: {
    poll: 'calls-to-action',
    state: 'open',
    minRespondents: 11,
    countedAt: '2027-02-10T14:00:02.000Z',
    final: false,
    total: { organizations: 2, begun: 1, responses: 44 },
    organizations: [
      {
        organization: 'harbor-lights',
        name: ORGANIZATION.name,
        expectedResponses: 150,
        responses: 44,
        channels: { web: 40, paper: 4 },
        firstDay: '2027-02-01',
        lastDay: '2027-02-10',
      },
      { organization: 'hope-house', name: { en: 'Hope House' }, responses: 0 },
    ],
    notBegun: ['hope-house'],
  },
  organizationPolls: {
    organization: 'harbor-lights',
    polls: [
      {
        ...{ ...POLL, mode: 'open', title: WRITTEN.title, name: ORGANIZATION.name },
        languages: ['en', 'es'],
      },
    ],
  },
  releaseView: {
    poll: 'calls-to-action',
    state: 'open',
    latest: { number: 1, snapshot: '000001-0123456789ab', kind: 'interim', asOf: '2027-02-20' },
    withheld: {
      kind: 'interim',
      reasons: ['too-small-a-difference'],
      since: '2027-02-21T10:00:00.000Z',
    },
    finalCount: { dueAt: '2027-04-01T00:00:59.000Z', decided: false },
  },
  requestedRollUp: { kind: 'requested' },
} as const;
