import type { Markup } from '../../core/report/html/markup.ts';

/** What the report's own code has drawn: it escapes every text that it is given. */
export const Drawn = ({ markup }: { readonly markup: Markup }) => (
  <div dangerouslySetInnerHTML={{ __html: markup.html }} />
);
