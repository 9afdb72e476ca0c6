import type { StoredResponse } from '../../../schemas/response.ts';
import type { CountingWorld } from '../counting-world.ts';

type Count = Record<string, number | string>;

const add = (count: Count, name: string, more: number): void => {
  if (more > 0) count[name] = Number(count[name] ?? 0) + more;
};

const addDay = (count: Count, day: string | undefined): void => {
  if (day === undefined) return;
  if (count.first === undefined || day < String(count.first)) count.first = day;
  if (count.last === undefined || day > String(count.last)) count.last = day;
};

const told = (count: Count): string =>
  Object.entries(count)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join(' ');

const isSetAside = (
  { exclusions }: CountingWorld,
  organization: string,
  { channel, day }: StoredResponse,
): boolean =>
  exclusions
    .get(`p#${organization}`)
    ?.exclusions.some((one) => one.channel === channel && one.day === day) ?? false;

/** The plain count of an organization's responses: walks over them, knows nothing of buckets. */
export const truthAbout = (world: CountingWorld, organization: string): string => {
  const count: Count = {};
  for (const kept of world.responses.get(`p#${organization}`)?.values() ?? []) {
    if (kept === 'withdrawn') continue;
    if (isSetAside(world, organization, kept)) {
      add(count, 'setAside', 1);
      continue;
    }
    add(count, 'responses', 1);
    add(count, kept.channel, 1);
    addDay(count, kept.day);
    for (const [item, level] of [...kept.answers].entries()) {
      if (level !== '-') add(count, `item${item}-level${level}`, 1);
    }
  }
  return told(count);
};

/** What an organization's tallies say together, in the words of {@link truthAbout}. */
export const talliesAbout = (world: CountingWorld, organization: string): string => {
  const count: Count = {};
  for (const [key, { tally }] of world.tallies) {
    if (!key.startsWith(`p#${organization}#`)) continue;
    add(count, 'responses', tally.responses);
    add(count, 'setAside', tally.setAside ?? 0);
    for (const [channel, responses] of Object.entries(tally.channels))
      add(count, channel, responses);
    addDay(count, tally.firstDay);
    addDay(count, tally.lastDay);
    for (const [item, levels] of tally.counts.entries()) {
      for (const [at, chosen] of levels.entries()) add(count, `item${item}-level${at + 1}`, chosen);
    }
  }
  return told(count);
};
