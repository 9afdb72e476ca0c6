import type { ParticipationView } from '../../../../schemas/participation.ts';
import type { OrganizationWording } from '../wording/wording.ts';

/** How many have answered in words: the number itself, where there is one, and what it means. */
export type ParticipationWords = {
  readonly number: string | null;
  readonly more: readonly string[];
};

const paragraphOf = (sentences: readonly unknown[]): readonly string[] => {
  const text = sentences.filter((sentence) => typeof sentence === 'string').join(' ');
  return text === '' ? [] : [text];
};

/**
 * Says how many answered through one organization: when that was counted, how they came and on
 * which days where enough did, and why not where too few did.
 */
export const participationWords = (
  { participation: words, instant, day }: OrganizationWording,
  view: ParticipationView,
  organization: string,
): ParticipationWords => {
  const { state, countedAt, final, minRespondents } = view;
  const own = view.organizations.find((each) => each.organization === organization);
  if (!own || countedAt === undefined || own.responses === undefined) {
    return { number: null, more: [words.uncounted[state]] };
  }
  const { responses, expectedResponses, hasExclusions, channels, firstDay, lastDay } = own;
  const few = responses > 0 && responses < minRespondents;
  const who = [
    expectedResponses !== undefined && words.expected(expectedResponses),
    hasExclusions && words.setAside,
    channels && words.channels(channels),
    firstDay && lastDay && words.days(day(firstDay), day(lastDay)),
    few && !hasExclusions && words.few(minRespondents),
  ];
  const when = [
    words.counted(instant(countedAt)),
    final ? words.final : words.pace[state],
    words.neverWhat,
  ];
  return { number: words.responses(responses), more: [who, when].flatMap(paragraphOf) };
};
