import { formAddress } from './addresses.ts';
import { chooseAnswers, chosenAnswers } from './answers.ts';
import { codeField, draftBox } from './elements.ts';

/** Puts the page in another language in the place of this one, with everything that was entered. */
export const switchLanguage = async (language: string): Promise<void> => {
  const answers = chosenAnswers();
  const code = codeField()?.value ?? '';
  const { checked } = draftBox();
  const page = await fetch(formAddress(language)).then((answer) => answer.text());
  const other = new DOMParser().parseFromString(page, 'text/html');
  if (!other.getElementById('f')) return;
  history.replaceState(null, '', formAddress(language));
  document.documentElement.lang = language;
  document.title = other.title;
  document.body.replaceWith(other.body);
  chooseAnswers(answers);
  const field = codeField();
  if (field) field.value = code;
  draftBox().checked = checked;
  document.querySelector<HTMLElement>('header button')?.focus();
};
