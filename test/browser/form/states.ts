import type { Page } from 'playwright-core';
import { FORM, type FormSite } from './form-site.ts';
import {
  answer,
  heading,
  LANGUAGES,
  type LanguageCode,
  press,
  type Respondent,
  shownLink,
} from './respondent.ts';

/** A state of the respondents' pages, and how somebody gets there. */
export type State = {
  readonly name: string;
  readonly reach: (respondent: Respondent, code: LanguageCode, site: FormSite) => Promise<unknown>;
};

const openForm = ({ open }: Respondent, code: LanguageCode, poll = 'spring') =>
  open(`/p/${poll}/harbor-lights?lang=${code}`);

const send = async (respondent: Respondent, code: LanguageCode): Promise<Page> => {
  const { page } = respondent;
  await openForm(respondent, code);
  await answer(page, 1, LANGUAGES[code].agree);
  await press(page, LANGUAGES[code].send);
  return page;
};

const sendWithoutScript = async (respondent: Respondent, code: LanguageCode): Promise<Page> => {
  const { page } = respondent;
  await openForm(respondent, code);
  await answer(page, 1, LANGUAGES[code].agree);
  await press(page, LANGUAGES[code].next);
  await heading(page, LANGUAGES[code].check);
  return page;
};

const withScript: readonly State[] = [
  { name: 'the form', reach: (respondent, code) => openForm(respondent, code) },
  {
    name: 'the form half answered',
    reach: async (respondent, code) => {
      await openForm(respondent, code);
      await answer(respondent.page, 1, LANGUAGES[code].agree);
      await answer(respondent.page, 2, LANGUAGES[code].neutral);
    },
  },
  {
    name: 'the form with a problem',
    reach: async (respondent, code) => {
      await openForm(respondent, code, 'invited');
      await press(respondent.page, LANGUAGES[code].send);
      await heading(respondent.page, LANGUAGES[code].problem);
    },
  },
  {
    name: 'the form of a poll without titles',
    reach: (all, code) => openForm(all, code, 'untitled'),
  },
  {
    name: 'sent',
    reach: async (respondent, code) => {
      await heading(await send(respondent, code), LANGUAGES[code].sent);
      await respondent.page.locator('.qr path[d]').waitFor();
    },
  },
  {
    name: 'waiting to send',
    reach: async (respondent, code, site) => {
      await openForm(respondent, code);
      await answer(respondent.page, 1, LANGUAGES[code].agree);
      site.trouble({ status: 503 });
      await press(respondent.page, LANGUAGES[code].send);
      await heading(respondent.page, LANGUAGES[code].waiting);
      site.trouble();
    },
  },
  {
    name: 'changing',
    reach: async (respondent, code) => {
      await heading(await send(respondent, code), LANGUAGES[code].sent);
      const link = await shownLink(respondent.page);
      await respondent.page.goto('about:blank');
      await respondent.page.goto(link);
      await heading(respondent.page, LANGUAGES[code].changing);
    },
  },
  {
    name: 'taken back',
    reach: async (respondent, code) => {
      const page = await send(respondent, code);
      await heading(page, LANGUAGES[code].sent);
      await press(page, LANGUAGES[code].takeBack);
      await press(page, LANGUAGES[code].yes);
      await heading(page, LANGUAGES[code].takenBack);
    },
  },
  {
    name: 'a link to nothing',
    reach: ({ open, page }, code) =>
      open(`${FORM}?lang=${code}#${'A'.repeat(22)}`).then(() =>
        page.locator('#panel h2').waitFor(),
      ),
  },
];

const messages: readonly State[] = [
  {
    name: 'what happens to answers',
    reach: ({ open }, code) => open(`${FORM}/about?lang=${code}`),
  },
  { name: 'closed', reach: (respondent, code) => openForm(respondent, code, 'past') },
  { name: 'not open yet', reach: (respondent, code) => openForm(respondent, code, 'draft') },
  { name: 'unknown', reach: (respondent, code) => openForm(respondent, code, 'nothing') },
];

const natively: readonly State[] = [
  { name: 'checking', reach: sendWithoutScript },
  {
    name: 'sent',
    reach: async (respondent, code) => {
      const page = await sendWithoutScript(respondent, code);
      await press(page, LANGUAGES[code].send);
      await heading(page, LANGUAGES[code].sent);
    },
  },
];

/** Browsers that lack what the script needs post natively, as those without any script do. */
const withoutScript: readonly State[] = natively.map(({ name, reach }) => ({
  name: `${name}, without the script`,
  reach: async (respondent, code, site) => {
    await respondent.page.addInitScript(
      `Object.defineProperty(crypto, 'subtle', { value: undefined })`,
    );
    await reach(respondent, code, site);
  },
}));

/** Every page in every state. */
export const states: readonly State[] = [...withScript, ...messages, ...withoutScript];
