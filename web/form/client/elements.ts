/** Elements are looked up each time: switching the language replaces all of them. */
export const element = (id: string): HTMLElement | null => document.getElementById(id);

/** The form, which every page with this script has. */
export const theForm = (): HTMLFormElement => element('f') as HTMLFormElement;

/** The choices of the form, one group of radios an item. */
export const radios = (): readonly HTMLInputElement[] => [
  ...theForm().querySelectorAll<HTMLInputElement>('[type=radio]'),
];

/** The field for an invitation code, where the poll asks for one. */
export const codeField = (): HTMLInputElement | null => element('code') as HTMLInputElement | null;

/** The choice to keep a draft. */
export const draftBox = (): HTMLInputElement => element('draft') as HTMLInputElement;
