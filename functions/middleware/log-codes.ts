/** What a log code means, and which attributes its entries have. */
type LogCodeEntry = { readonly meaning: string; readonly attributes: readonly string[] };

/**
 * Every code that functions log. A code keeps its meaning: alarms and queries look for it.
 * `docs/logs.md` lists them; a test holds the two together, and another that nothing else is
 * logged. No attribute may hold an answer, a receipt, a response id, a token or anybody's name.
 */
export const logCodes = {
  'request.answered': {
    meaning: 'A request was answered. One entry a request.',
    attributes: ['route', 'status'],
  },
  'request.failed': {
    meaning: 'A request failed for a reason that is not its own; it got a 5xx.',
    attributes: ['error'],
  },
  'invocation.failed': {
    meaning: 'An invocation other than a request failed, and is tried again.',
    attributes: ['error'],
  },
  'response.accepted': {
    meaning: 'A response was taken in or changed, or was there already.',
    attributes: ['outcome', 'channel'],
  },
  'response.withdrawn': { meaning: 'A response was withdrawn.', attributes: [] },
  'response.slowed': {
    meaning:
      'A new response, or a withdrawal of one that is not there, was told to wait, because very many come in.',
    attributes: [],
  },
  'tally.counted': {
    meaning: 'Buckets that changed were counted.',
    attributes: ['poll', 'buckets'],
  },
  'tally.poll-sealed': {
    meaning: 'A change came after the final count, such as retention makes. Nothing to do.',
    attributes: ['poll'],
  },
  'tally.poll-expired': {
    meaning:
      'Changes came of a poll that was not sealed before its responses began to expire; so many of them were made before that, and nobody counts them.',
    attributes: ['poll', 'responses'],
  },
  'tally.bucket-sealed': {
    meaning: 'A change came while the final count was under way, which holds it.',
    attributes: ['poll', 'buckets'],
  },
  'tally.poll-unknown': {
    meaning: 'Responses of a poll that is not there, or never opened: nobody can count them.',
    attributes: ['poll', 'responses'],
  },
  'tally.organization-unknown': {
    meaning: 'Responses of an organization that the poll does not have.',
    attributes: ['poll', 'organization', 'responses'],
  },
  'tally.record-malformed': {
    meaning: 'Changes in the stream that name no response.',
    attributes: ['responses'],
  },
  'tally.slowed': {
    meaning: 'New responses of an organization wait until then, because very many came in.',
    attributes: ['poll', 'organization', 'until'],
  },
  'tally.slow-failed': {
    meaning:
      'An organization could not be slowed down: the alarm comes, but nobody waits. Its responses were counted.',
    attributes: ['poll', 'organization', 'error'],
  },
  'check.done': {
    meaning: 'Every tally of a poll was compared with its responses.',
    attributes: ['poll', 'buckets', 'suspects'],
  },
  'check.outdated': {
    meaning: 'Tallies counted under an older list of exclusions were counted anew. No drift.',
    attributes: ['poll', 'buckets'],
  },
  'check.sealed-early': {
    meaning: 'Tallies are sealed before the poll may be sealed: late responses do not count.',
    attributes: ['poll', 'buckets'],
  },
  'recheck.drift': {
    meaning: 'Tallies differed from their responses although nobody was counting; repaired.',
    attributes: ['poll', 'buckets'],
  },
  'recount.done': {
    meaning: 'Every bucket of a poll was counted anew, as asked.',
    attributes: ['poll', 'buckets'],
  },
  'recount.organization': {
    meaning: 'Every bucket of an organization was counted anew, because what is set aside changed.',
    attributes: ['poll', 'buckets'],
  },
  'recount.expired': {
    meaning: 'A poll was passed over, because its responses may have expired.',
    attributes: ['poll'],
  },
  'seal.done': { meaning: 'A poll was counted for the last time.', attributes: ['poll'] },
  'seal.done-by-another': {
    meaning: 'Another run had sealed the poll meanwhile.',
    attributes: ['poll'],
  },
  'seal.not-due': {
    meaning: 'A seal came before the grace was over; the regular schedule comes again.',
    attributes: ['poll', 'due'],
  },
  'seal.poll-unknown': {
    meaning: 'A seal was asked for of a poll that is not there or has no end.',
    attributes: ['poll'],
  },
  'seal.end-moved': {
    meaning: "The poll's end moved while it was sealed, which must not happen.",
    attributes: ['poll', 'closesAt'],
  },
  'seal.expired': {
    meaning: 'A poll cannot be sealed any more: its responses may have expired.',
    attributes: ['poll'],
  },
  'release.published': {
    meaning: 'A snapshot was released.',
    attributes: ['poll', 'kind', 'number'],
  },
  'release.frozen': {
    meaning: 'A candidate for a release was frozen, and nothing is withheld.',
    attributes: ['poll', 'kind'],
  },
  'release.waiting': {
    meaning: 'Nothing changed that could be released.',
    attributes: ['poll', 'kind'],
  },
  'release.withheld': {
    meaning:
      'The release rules let nothing out. Every run says so while it lasts; of a final release, for a week.',
    attributes: ['poll', 'kind', 'reasons'],
  },
  'release.unsealed': {
    meaning: 'The poll has closed and its final count is not done yet.',
    attributes: ['poll', 'kind'],
  },
  'release.settled': {
    meaning: 'The final release was decided before.',
    attributes: ['poll', 'kind'],
  },
  'release.expired': {
    meaning: 'The final release was not made before the tallies began to expire: it never will be.',
    attributes: ['poll', 'kind'],
  },
  'release.overtaken': {
    meaning: 'Another run moved the releases meanwhile; the next one goes on.',
    attributes: ['poll', 'kind'],
  },
} as const satisfies Readonly<Record<string, LogCodeEntry>>;
export type LogCode = keyof typeof logCodes;
