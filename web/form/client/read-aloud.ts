import { element } from './elements.ts';

const textOf = (node: Element | null | undefined): string => (node as HTMLElement)?.innerText ?? '';

/** A question with its choices, as it is read. */
const questionText = (fieldset: Element): string =>
  [fieldset.querySelector('legend'), ...fieldset.querySelectorAll('label')].map(textOf).join('. ');

/**
 * Reading aloud with the voices of the device: what is above the questions at once, then each
 * question when it is reached or touched, and the choice. Hidden where there is no voice.
 */
export const createReader = () => {
  const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  let reading = false;
  let last: Element | null = null;

  const say = (text: string): void => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = document.documentElement.lang;
    synthesis?.cancel();
    synthesis?.speak(utterance);
  };

  const read = ({ target }: Event): void => {
    const at = target as Element;
    const fieldset = at.closest('fieldset');
    if (!reading || !fieldset) return;
    if (fieldset !== last || at.closest('legend')) say(questionText(fieldset));
    last = fieldset;
  };

  /** Shows the button where the device speaks the page's language. */
  const offer = (): void => {
    const { lang } = document.documentElement;
    const button = element('aloud');
    if (!button || !synthesis?.getVoices().some((voice) => voice.lang.startsWith(lang))) return;
    button.dataset.ready = '';
  };

  offer();
  synthesis?.addEventListener?.('voiceschanged', offer);
  document.addEventListener('focusin', read);
  document.addEventListener('click', read);
  document.addEventListener('change', ({ target }) => {
    if (reading) say(textOf((target as Element).closest('label')));
  });

  return {
    toggle: (): void => {
      const button = element('aloud') as HTMLElement;
      reading = !reading;
      const next = button.dataset.stop ?? '';
      button.dataset.stop = textOf(button);
      button.textContent = next;
      if (reading) say(`${textOf(document.querySelector('h1'))}. ${textOf(element('intro'))}`);
      else synthesis?.cancel();
    },
    /** After the page changed its language: silence, and a new button. */
    restart: (): void => {
      reading = false;
      synthesis?.cancel();
      offer();
    },
  };
};
export type Reader = ReturnType<typeof createReader>;
