import { aboutPage } from '../../web/form/page/about-page.ts';
import { formPage } from '../../web/form/page/form-page.ts';
import { type FormView, factsOf } from '../../web/form/page/form-view.ts';
import { plainPage } from '../../web/form/page/plain-page.ts';
import type { Passage } from '../../web/form/wording/wording.ts';
import { cacheable } from '../middleware/cacheable.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { type FoundForm, findForm } from './find-form.ts';
import { htmlReply } from './html-reply.ts';
import type { RenderFormDeps } from './render-form-deps.ts';

const OK = 200;

/** Nothing in these pages is about who asks, so anyone may keep them for a moment. */
const RULES = { 'cache-control': 'public, max-age=15', vary: 'accept-language' };

const messagePage = (view: FormView, passage: Passage): string =>
  plainPage({
    wording: view.wording,
    passage,
    organization: view.organization,
    alternatives: view.languages,
  });

const pageOf = ({ view, state }: FoundForm): string => {
  const { pages } = view.wording;
  if (state === 'draft') return messagePage(view, pages.notOpenYet);
  if (state === 'closed') return messagePage(view, pages.closed(factsOf(view)));
  return formPage(view);
};

/** The form while its poll is open; before and after, what there is to say. */
export const showForm =
  (deps: RenderFormDeps): RouteHandler =>
  async (event) =>
    cacheable(event, htmlReply(OK, pageOf(await findForm(event, deps))), RULES);

/** What happens to answers, in full. */
export const showAbout =
  (deps: RenderFormDeps): RouteHandler =>
  async (event) => {
    const { view } = await findForm(event, deps);
    return cacheable(event, htmlReply(OK, aboutPage(view)), RULES);
  };
