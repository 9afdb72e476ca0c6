import { type Markup, markup, type Part } from '../../../core/report/html/markup.ts';
import { built } from '../built.ts';

/** A whole page: `script` where the form's own script runs in it. */
export type PageContent = {
  readonly language: string;
  readonly title: string;
  readonly body: Part;
  readonly script?: boolean;
};

const trusted = (html: string): Markup => ({ html });

/** Says that scripts run, before anything is drawn, so that nothing moves when they start. */
const HEAD_SCRIPT = markup`<script>${trusted(built.headScript)}</script>`;

/**
 * One HTML response with its style and script inside. The script is a module and so starts once
 * the page is parsed; a browser without modules gets the form that works without scripts.
 */
export const htmlDocument = ({ language, title, body, script = false }: PageContent): string =>
  markup`<!doctype html><html lang=${language}><meta charset=utf-8><meta name=viewport content="width=device-width,initial-scale=1"><title>${title}</title><link rel=icon href="data:,"><style>${trusted(built.style)}</style>${
    script && [HEAD_SCRIPT, markup`<script type=module>${trusted(built.script)}</script>`]
  }<body>${body}`.html;
