import { FormPost, type FormStep } from '../../schemas/form-post.ts';
import { RECEIPT } from '../../schemas/format.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import { FIELDS } from '../../web/form/page/actions.ts';
import { groupOf } from '../../web/form/page/group-of.ts';
import type { Chosen } from '../../web/form/page/questions.ts';
import type { HttpEvent } from '../middleware/http-event.ts';
import { requireMediaType } from '../middleware/media-type.ts';
import { readText } from '../middleware/read-text.ts';

/** What a page without a script posted. */
export type Posted = {
  /** Undefined where it asks for a step that there is not. */
  readonly action: FormStep | undefined;
  /** The language to go on in, where the language is all that was to change. */
  readonly language: string | undefined;
  /** The answers as they came, for whatever reads submissions to judge. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Those among them that are levels of the poll, but for one that is to be cleared. */
  readonly chosen: Chosen;
  readonly isClearing: boolean;
  readonly receipt: string | undefined;
  /** The path of the form that a pasted private link is for, where the link has one. */
  readonly pastedPath: string | undefined;
  readonly revision: number;
  readonly invitation: string;
};

const FORM_PATH = /\/p\/[a-z\d-]+\/[a-z\d-]+(?![^?/])/;

const GROUP = /^q\d+$/;

/** As it was counted; what no page of ours hands on is no number, which no submission takes. */
const revisionIn = (text = '0'): number =>
  Number(FormPost.shape._revision.safeParse(text).data ?? Number.NaN);

/** One value as a number where it looks like one; several as they are, which no item takes. */
const levelIn = (values: readonly string[]): unknown => {
  const [only = ''] = values;
  return values.length === 1 && /^\d+$/.test(only) ? Number(only) : values;
};

const readAnswers = (fields: URLSearchParams, { categories }: PollDefinition) => {
  const items = categories.flatMap((category) => category.items);
  const idOf = new Map(items.map(({ id }, index) => [groupOf(index), id]));
  const names = [...new Set(fields.keys())].filter((name) => GROUP.test(name));
  return Object.fromEntries(
    names.map((name) => [idOf.get(name) ?? name, levelIn(fields.getAll(name))]),
  );
};

const levelsAmong = (
  answers: Readonly<Record<string, unknown>>,
  { categories, levels }: PollDefinition,
  cleared: string | null,
): Chosen =>
  Object.fromEntries(
    categories
      .flatMap(({ items }) => items)
      .flatMap(({ id }, index) => {
        const level = Object.hasOwn(answers, id) ? answers[id] : undefined;
        const isLevel = typeof level === 'number' && level >= 1 && level <= levels;
        return isLevel && groupOf(index) !== cleared ? [[id, level]] : [];
      }),
  );

/** A receipt by itself or at the end of a private link; undefined where there is none. */
export const receiptIn = (text: string): string | undefined => {
  const receipt = text.trim().split('#').at(-1) ?? '';
  return RECEIPT.test(receipt) ? receipt : undefined;
};

/** The path of a form in a private link: all of it that an address of this site is made from. */
const formPathIn = (text: string): string | undefined =>
  FORM_PATH.exec(text.trim().split('#')[0] ?? '')?.[0];

/**
 * Reads what a native form posted.
 *
 * @throws ProblemError where it is no form's body in UTF-8
 */
export const readPost = (event: HttpEvent, definition: PollDefinition): Posted => {
  requireMediaType(event, 'application/x-www-form-urlencoded');
  const fields = new URLSearchParams(readText(event));
  const cleared = fields.get(FIELDS.clear);
  const pasted = fields.get(FIELDS.receipt) ?? '';
  const answers = readAnswers(fields, definition);
  return {
    action: FormPost.shape._do.safeParse(fields.get(FIELDS.action) ?? 'send').data,
    language: fields.get(FIELDS.language) ?? undefined,
    answers,
    chosen: levelsAmong(answers, definition, cleared),
    isClearing: cleared !== null,
    receipt: receiptIn(pasted),
    pastedPath: formPathIn(pasted),
    revision: revisionIn(fields.get(FIELDS.revision) ?? undefined),
    invitation: fields.get(FIELDS.invitation) ?? '',
  };
};
