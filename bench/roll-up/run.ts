import type { CountedNow } from '../../core/release/frozen-organizations.ts';
import type { RollUpDeps } from '../../functions/roll-up-tallies/roll-up-deps.ts';
import { rollUpTallies } from '../../functions/roll-up-tallies/roll-up-tallies.ts';
import type { Snapshot } from '../../schemas/release.ts';
import { aDefinition, countedOrganizations } from '../../test/core/report/a-release.ts';

/**
 * One final roll-up of made-up tallies, measured from the first read to the last write. The
 * stores are in memory, so the figures are the function's own work; its handler is loaded as it
 * is deployed, so the AWS SDK takes its memory here, too.
 */

const KIB = 1024;
const SECOND = 1000;
const MICROSECONDS = 1e6;

await import('../../functions/roll-up-tallies/handler.ts');

const [organizations = 300, seed = 7] = process.argv.slice(2).map(Number);
const options = {
  ...{ organizations, people: 40, regions: 8 },
  ...{ categories: 5, items: 4, seed },
};
const definition = aDefinition(options);
const counted = countedOrganizations(definition, options);
const written = { files: 0, bytes: 0 };
const take = (bytes: number): void => {
  written.files += 1;
  written.bytes += bytes;
};

const organizationOf = ({ tally, attributes, peopleServed }: CountedNow) => ({
  id: tally.organization,
  name: { en: tally.organization },
  attributes,
  ...(typeof peopleServed === 'number' && { peopleServed }),
  bucketBits: 0,
});

const published: Snapshot[] = [];
const deps: RollUpDeps = {
  now: () => new Date('2027-02-01T00:02:00Z'),
  polls: {
    list: async () => ['bench'],
    get: async () => ({
      ...{ id: 'bench', definition, opened: true, version: 2 },
      ...{ openedAt: '2027-01-01T00:00:00.000Z', closesAt: '2027-02-01T00:00:00.000Z' },
    }),
  },
  announcePoll: async () => {},
  count: () => {},
  organizations: { list: async () => counted.map(organizationOf) },
  tallies: {
    list: async () =>
      counted.map(({ tally }) => ({
        ...tally,
        counts: tally.counts.map((levels) => [...levels]),
        channels: {},
      })),
  },
  seals: { get: async () => ({ sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' }) },
  releases: {
    get: async () => ({ version: 0, number: 0, announced: 0 }),
    getSnapshot: async () => published[0],
    save: async () => ({ kind: 'changed' }),
    publish: async (_poll, _state, snapshot) => {
      published.push(snapshot);
      return { kind: 'changed' };
    },
  },
  checkpoints: {
    get: async () => '',
    put: async (_poll, digest, body) => {
      take(body.length);
      return digest;
    },
    prune: async () => {},
    expire: async () => {},
  },
  participation: {
    put: async (counted) => take(JSON.stringify(counted).length),
    remove: async () => {},
  },
  reports: {
    putFile: async (_poll, _snapshot, { body }) => take(body.length),
    moveLatest: async () => {},
  },
  events: { publish: async () => {} },
  logger: { info: () => {} },
};

const before = process.cpuUsage();
const started = performance.now();
await rollUpTallies(deps);
const seconds = (performance.now() - started) / SECOND;
if (published.length === 0) throw new Error('nothing was published');
const { user, system } = process.cpuUsage(before);
const peakMiB = process.resourceUsage().maxRSS / KIB;
process.stdout.write(
  JSON.stringify({
    seconds,
    processorSeconds: (user + system) / MICROSECONDS,
    peakMiB,
    ...written,
  }),
);
