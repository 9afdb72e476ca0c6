import * as z from 'zod';
import { LONGEST_ORGANIZATION_ID, LONGEST_POLL_ID, RECEIPT, RESPONSE_ID, SLUG } from './format.ts';

const slug = (what: string, longest: number) =>
  z
    .string()
    .max(longest, `${what} of at most ${longest} characters`)
    .regex(SLUG, `${what} of lower-case letters, digits and single hyphens, such as "peer-mentor"`);

/** A poll's id: 1 to 32 characters, as it stands in every address. */
export const PollId = slug('a poll id', LONGEST_POLL_ID);

/** An organization's id: 1 to 32 characters, as it stands in every address. */
export const OrganizationId = slug('an organization id', LONGEST_ORGANIZATION_ID);

/** A category's or an item's id, the name of its column in every report. */
export const ItemId = slug('an id', 64);

/** A response id: the first 128 bits of the receipt's SHA-256, as 32 hexadecimal digits. */
export const ResponseId = z.string().regex(RESPONSE_ID, 'a response id of 32 hexadecimal digits');

/** A receipt: 128 bits or more, base64url, made by the respondent's client. */
export const Receipt = z
  .string()
  .regex(RECEIPT, 'a receipt of 22 to 86 base64url characters (128 bits or more)');

/** A calendar day in UTC, `YYYY-MM-DD`: the finest time that stands beside answers. */
export const Day = z.iso.date();

/** An instant in UTC, ISO 8601. */
export const Instant = z.iso.datetime({ precision: null });

/** A language tag such as `en`, `es` or `pt-BR` (BCP 47, language and region only). */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, 'a language tag such as "en" or "pt-BR"');

/** A text in one or more languages: `{ "en": "Peer mentor training", "es": "..." }`. */
export const LocalizedText = z
  .record(Language, z.string().trim().min(1).max(2000))
  .refine((texts) => Object.keys(texts).length > 0, 'a text in at least one language');
export type LocalizedText = z.infer<typeof LocalizedText>;
