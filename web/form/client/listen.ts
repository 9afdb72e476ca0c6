import { clearGroup, showProgress } from './answers.ts';
import { draftBox, radios } from './elements.ts';
import { hideErrors } from './errors.ts';
import type { Phone } from './phone.ts';

/** What presses lead to, by the name of the button. */
type Presses = Readonly<Record<string, (button: HTMLButtonElement) => unknown>>;

/**
 * Takes the choice of a group back. Without leaving the group, Chromium would then stop at each
 * of its radios.
 */
const clear = (group: string, phone: Phone): void => {
  clearGroup(group);
  const first = radios().find(({ name }) => name === group);
  first?.blur();
  first?.focus();
  void phone.saveDraft();
};

/** Listens once for the whole page, whatever language it is drawn in later. */
export const listen = (phone: Phone, presses: Presses): void => {
  document.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    event.preventDefault();
    if (button.name === '_clear') clear(button.value, phone);
    else presses[button.name]?.(button);
  });
  document.addEventListener('keydown', (event) => {
    const { type, name } = event.target as HTMLInputElement;
    if (type !== 'radio' || !/^(Delete|Backspace)$/.test(event.key)) return;
    event.preventDefault();
    clear(name, phone);
  });
  document.addEventListener('change', ({ target }) => {
    hideErrors();
    showProgress();
    void (target === draftBox() ? phone.dropDraft().then(phone.saveDraft) : phone.saveDraft());
  });
};
