/** Text that is HTML already: what {@link markup} makes, and the only thing that it trusts. */
export type Markup = { readonly html: string };

/** What can stand in a template: text is escaped, markup is taken as it is, false is nothing. */
export type Part = Markup | string | number | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

const render = (part: Part): string => {
  if (part === false) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escaped(part);
  return 'html' in part ? part.html : part.map(render).join('');
};

/** A template of HTML in which every value is escaped that is not markup itself. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  html: strings.map((text, index) => text + render(parts[index] ?? false)).join(''),
});
