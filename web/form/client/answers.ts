import { element, radios, theForm } from './elements.ts';

/** Levels by item id. */
export type Answers = Readonly<Record<string, number>>;

/** The poll's items in the order of the form, whose groups are called q1, q2 and so on. */
const itemOf = ({ name }: HTMLInputElement): string =>
  theForm().dataset.items?.split(' ')[Number(name.slice(1)) - 1] ?? '';

/** What is chosen at the moment. */
export const chosenAnswers = (): Answers =>
  Object.fromEntries(
    radios()
      .filter(({ checked }) => checked)
      .map((radio) => [itemOf(radio), Number(radio.value)]),
  );

/** Says how many items are answered, where the person will look before sending. */
export const showProgress = (): void => {
  const answered = element('answered') as HTMLElement;
  answered.textContent = String(Object.keys(chosenAnswers()).length);
};

/** Chooses just these answers. */
export const chooseAnswers = (answers: Answers): void => {
  for (const radio of radios()) radio.checked = answers[itemOf(radio)] === Number(radio.value);
  showProgress();
};

/** Takes the choice of one group back. */
export const clearGroup = (group: string): void => {
  for (const radio of radios()) if (radio.name === group) radio.checked = false;
  showProgress();
};
