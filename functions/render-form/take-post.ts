import type { FormStep } from '../../schemas/form-post.ts';
import { checkPage } from '../../web/form/page/check-page.ts';
import { chooseLanguage } from '../../web/form/page/choose-language.ts';
import type { FormView } from '../../web/form/page/form-view.ts';
import type { HttpReply } from '../middleware/http-reply.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { findForm } from './find-form.ts';
import { htmlReply } from './html-reply.ts';
import { readPost } from './read-post.ts';
import type { RenderFormDeps } from './render-form-deps.ts';
import { sendPost } from './send-post.ts';
import { errorsIn, formAgain, refusal, type Step } from './step.ts';
import { askWithdrawPost, withdrawPost } from './withdraw-post.ts';

const OK = 200;

const inLanguage = ({ view, posted }: Step): FormView => ({
  ...view,
  wording: chooseLanguage(view.languages, { lang: posted.language, accepted: undefined }),
});

const check = (step: Step): HttpReply => {
  const { view, posted, deps } = step;
  const errors = errorsIn(step);
  if (errors.length > 0) return formAgain(step, errors);
  const { chosen, invitation, revision, receipt = deps.newReceipt() } = posted;
  return htmlReply(OK, checkPage(view, { chosen, invitation, revision, receipt }));
};

type Taker = (step: Step) => HttpReply | Promise<HttpReply>;

const TAKERS: Readonly<Record<FormStep, Taker>> = {
  check,
  send: sendPost,
  edit: (step) => formAgain(step),
  'ask-withdraw': askWithdrawPost,
  withdraw: withdrawPost,
};

/** Takes a step of somebody whose browser runs no script: every page is an answer to a post. */
export const takePost =
  (deps: RenderFormDeps): RouteHandler =>
  async (event) => {
    const { view } = await findForm(event, deps);
    const posted = readPost(event, view.definition);
    const step = { view, posted, deps };
    if (posted.language !== undefined) return formAgain({ ...step, view: inLanguage(step) });
    if (posted.isClearing) return formAgain(step);
    return posted.action ? TAKERS[posted.action](step) : refusal(view, 'invalid');
  };
