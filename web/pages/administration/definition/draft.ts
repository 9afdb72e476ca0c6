import type { Metric, PollDefinition, PollView } from '../../../../schemas/poll.ts';
import { instantOf, localOf } from './local-time.ts';

/** A text as it is typed, by language; empty where there is none. */
export type Texts = Readonly<Record<string, string>>;

/** What else stood in a definition: sent as it came, for the API to judge. */
type Others = Readonly<Record<string, unknown>>;

/** An item or a category as it is typed. `key` tells them apart while ids change. */
export type DraftItem = {
  readonly key: string;
  readonly id: string;
  readonly title: Texts;
  readonly others: Others;
};
export type DraftCategory = DraftItem & { readonly items: readonly DraftItem[] };

/** A poll as it is typed: every number and time is still a text. */
export type Draft = {
  readonly title: Texts;
  readonly introduction: Texts;
  readonly levels: number;
  readonly levelTitles: readonly Texts[];
  readonly categories: readonly DraftCategory[];
  readonly headlineMetric: Metric;
  readonly mode: PollDefinition['mode'];
  readonly reports: PollDefinition['reports'];
  readonly minRespondents: string;
  readonly minOrganizations: string;
  /** With commas between them. */
  readonly publishedAttributes: string;
  readonly retentionDays: string;
  /** As `datetime-local` has it, in the time zone of whoever types. */
  readonly closesAt: string;
  readonly importsCloseAt: string;
  /** The instants that the times were before they were typed over: those may have seconds. */
  readonly times: Times;
  readonly others: Others;
};

type Times = Pick<PollView, 'closesAt' | 'importsCloseAt'>;

/** What a definition may leave out, as the API fills it in. */
const DEFAULTS = {
  ...{ headlineMetric: 'agree', mode: 'open', reports: 'planners' },
  ...{ minRespondents: 11, minOrganizations: 3, retentionDays: 90, publishedAttributes: [] },
} as const;

const newKey = (): string => crypto.randomUUID();

const isObject = (value: unknown): value is Others =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (value: unknown): Texts =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([language, text]) => [language, `${text}`]))
    : {};

/** A new item, with nothing in it. */
export const emptyItem = (): DraftItem => ({ key: newKey(), id: '', title: {}, others: {} });

/** A new category, with one item. */
export const emptyCategory = (): DraftCategory => ({ ...emptyItem(), items: [emptyItem()] });

const itemOf = (value: unknown): DraftItem => {
  const { id, title, ...others } = isObject(value) ? value : { id: value };
  return { key: newKey(), id: typeof id === 'string' ? id : '', title: textsOf(title), others };
};

const categoryOf = (value: unknown): DraftCategory => {
  const { items, ...category } = isObject(value) ? value : {};
  return { ...itemOf(category), items: (Array.isArray(items) ? items : []).map(itemOf) };
};

const oneOf = <Value extends string>(
  value: unknown,
  values: readonly Value[],
  otherwise: Value,
): Value => values.find((one) => one === value) ?? otherwise;

/** As many as there are levels. */
export const resized = (titles: readonly Texts[], levels: number): readonly Texts[] =>
  Array.from({ length: levels }, (_, index) => titles[index] ?? {});

/**
 * The draft of a definition: of a whole one, or of the least that a person may write.
 *
 * @returns null where it is no definition at all
 */
export const draftOf = (definition: unknown, times: Times = {}): Draft | null => {
  if (!isObject(definition) || !Array.isArray(definition.categories)) return null;
  const { title, introduction, levels, levelTitles, categories, ...settings } = definition;
  if (typeof levels !== 'number') return null;
  const { headlineMetric, mode, reports, publishedAttributes, ...numbers } = {
    ...DEFAULTS,
    ...settings,
  };
  const { minRespondents, minOrganizations, retentionDays, ...others } = numbers;
  const attributes = Array.isArray(publishedAttributes) ? publishedAttributes : [];
  return {
    title: textsOf(title),
    introduction: textsOf(introduction),
    levels,
    levelTitles: resized(Array.isArray(levelTitles) ? levelTitles.map(textsOf) : [], levels),
    categories: categories.map(categoryOf),
    headlineMetric: oneOf(headlineMetric, ['agree', 'net', 'mean'], 'agree'),
    mode: oneOf(mode, ['open', 'invited'], 'open'),
    reports: oneOf(reports, ['planners', 'public'], 'planners'),
    minRespondents: `${minRespondents}`,
    minOrganizations: `${minOrganizations}`,
    publishedAttributes: attributes.join(', '),
    retentionDays: `${retentionDays}`,
    closesAt: localOf(times.closesAt),
    importsCloseAt: localOf(times.importsCloseAt),
    times,
    others,
  };
};

/** The text without the languages in which nothing was typed; none where that is all. */
const filled = (texts: Texts): Texts | undefined => {
  const some = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  return some.length === 0 ? undefined : Object.fromEntries(some);
};

const titled = ({ id, title, others }: DraftItem) => {
  const texts = filled(title);
  return { ...others, id: id.trim(), ...(texts && { title: texts }) };
};

/** A number where one was typed; else the text, for the API to refuse. */
export const numberOf = (text: string): number | string =>
  /^\d+$/.test(text.trim()) ? Number(text) : text;

/** What was typed with commas between. */
const listOf = (text: string): readonly string[] =>
  text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

/** The definition that a draft says, as the API takes it. */
export const definitionOf = (draft: Draft): Readonly<Record<string, unknown>> => {
  const title = filled(draft.title);
  const introduction = filled(draft.introduction);
  const levelTitles = draft.levelTitles.map(filled);
  return {
    ...draft.others,
    ...(title && { title }),
    ...(introduction && { introduction }),
    levels: draft.levels,
    ...(levelTitles.some(Boolean) && { levelTitles: levelTitles.map((texts) => texts ?? {}) }),
    categories: draft.categories.map((category) => ({
      ...titled(category),
      items: category.items.map(titled),
    })),
    headlineMetric: draft.headlineMetric,
    mode: draft.mode,
    reports: draft.reports,
    minRespondents: numberOf(draft.minRespondents),
    minOrganizations: numberOf(draft.minOrganizations),
    publishedAttributes: listOf(draft.publishedAttributes),
    retentionDays: numberOf(draft.retentionDays),
  };
};

/** The request that puts a draft: times that nobody typed over keep their seconds. */
export const requestOf = (draft: Draft): Readonly<Record<string, unknown>> => {
  const closesAt = instantOf(draft.closesAt, draft.times.closesAt);
  const importsCloseAt = instantOf(draft.importsCloseAt, draft.times.importsCloseAt);
  return {
    definition: definitionOf(draft),
    ...(closesAt !== undefined && { closesAt }),
    ...(importsCloseAt !== undefined && { importsCloseAt }),
  };
};
