import { ProblemError } from '../middleware/problem-error.ts';
import { type RouteHandler, routes } from '../middleware/routes.ts';
import type { RenderFormDeps } from './render-form-deps.ts';
import { showAbout, showForm } from './show-form.ts';
import { showScript } from './show-script.ts';
import { takePost } from './take-post.ts';

const FORM = '/p/{poll}/{organization}';

const nothingThere: RouteHandler = async () => {
  throw new ProblemError('not-found');
};

/** The respondents' pages: the form, what it says of itself, its scripts, and its native posts. */
export const renderForm = (deps: RenderFormDeps): RouteHandler =>
  routes({
    [`GET ${FORM}`]: showForm(deps),
    [`POST ${FORM}`]: takePost(deps),
    [`GET ${FORM}/about`]: showAbout(deps),
    'GET /p/{poll}': nothingThere,
    'GET /p/worker.js': showScript('worker'),
    'GET /p/qr.js': showScript('qr'),
    'GET /p/aloud.js': showScript('aloud'),
  });
