import { codeField, element } from './elements.ts';

const summary = (): HTMLElement => element('errors') as HTMLElement;
const prefix = (): string => summary().dataset.prefix ?? '';

/** Says beside the field for the code what is wrong with it; nothing is where there is no text. */
const markCode = (text: string): void => {
  const fault = element('fault');
  if (!fault) return;
  fault.textContent = text;
  fault.hidden = !text;
  codeField()?.setAttribute('aria-invalid', String(text !== ''));
};

/** Takes the summary of errors away again. */
export const hideErrors = (): void => {
  summary().hidden = true;
  document.title = document.title.replace(prefix(), '');
  markCode('');
};

/** Shows just these errors in the summary, and moves there; an empty list shows none. */
export const showErrors = (errors: readonly string[]): void => {
  hideErrors();
  if (errors.length === 0) return;
  for (const entry of summary().querySelectorAll('li')) {
    const { error = '' } = entry.dataset;
    entry.hidden = !errors.includes(error);
    if (!entry.hidden && error.startsWith('invitation')) markCode(entry.textContent ?? '');
  }
  summary().hidden = false;
  document.title = prefix() + document.title;
  summary().focus();
};
