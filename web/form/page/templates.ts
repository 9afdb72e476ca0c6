import { type Markup, markup, type Part } from '../../../core/report/html/markup.ts';
import { button } from './actions.ts';
import type { FormView } from './form-view.ts';
import { message } from './passage.ts';
import { privateLink } from './private-link.ts';

const template = (name: string, content: Part): Markup =>
  markup`<template id=${name}>${content}</template>`;

const REFUSALS = {
  closed: 'closed',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
  'unknown-response': 'unknownResponse',
  other: 'other',
} as const;

/** Refusals after which one can still answer from the start. */
const ANSWERABLE = ['withdrawn', 'unknown-response', 'other'];

const refusals = ({ wording }: FormView): readonly Markup[] =>
  Object.entries(REFUSALS).map(([code, name]) =>
    template(
      code,
      message(wording.refused[name], [
        code === 'superseded' && button('retry', wording.startAgain, { isMain: true }),
        code === 'other' && button('back', wording.tryAgain, { isMain: true }),
        ANSWERABLE.includes(code) && button('new', wording.answerAgain),
      ]),
    ),
  );

/**
 * What the script shows once something was sent, waits, was refused or taken back. It has no
 * words of its own: they are here, in the page's language, with codes of the API as names.
 */
export const templates = (view: FormView): readonly Markup[] => {
  const { wording } = view;
  const link = privateLink(view);
  const [change, takeBack] = [
    button('edit', wording.change),
    button('ask-withdraw', wording.takeBack),
  ];
  const afterwards = [link, change, takeBack, button('new', wording.done)];
  const reason = markup`<p id=reason data-busy="${wording.busy}" data-offline="${wording.offline}"></p>`;
  const unkept = { ...wording.waiting, text: [wording.waitingWithoutStorage] };
  const retry = button('retry', wording.tryNow, { isMain: true });
  return [
    template('sent', message(wording.sent, afterwards)),
    template('waiting', message(wording.waiting, [reason, retry, ...afterwards])),
    template('unkept', message(unkept, [reason, retry, ...afterwards])),
    template('waiting-withdraw', message(wording.waitingToTakeBack, [reason, retry])),
    template('queued', message(wording.waiting, [reason, retry])),
    template('flushed', message(wording.waitedAndSent)),
    template('changing', message(wording.changing, takeBack)),
    template('sending', message({ title: wording.sending, text: [] })),
    template('fetching', message({ title: wording.fetching, text: [] })),
    template('unfetched', message({ title: wording.pages.away.title, text: [] }, retry)),
    template('here', message(wording.answeredHere, [change, takeBack])),
    template(
      'ask-withdraw',
      message(wording.askTakeBack, [
        button('withdraw', wording.yesTakeBack, { isMain: true }),
        button('back', wording.noKeep),
      ]),
    ),
    template(
      'ask-forget',
      message({ title: wording.checking.text, text: [] }, [
        button('forget-all', wording.thisPhone.forget, { isMain: true }),
        button('back', wording.noKeep),
      ]),
    ),
    template('taken-back', message(wording.takenBack, button('new', wording.answerAgain))),
    template('forgotten', message(wording.thisPhone.forgotten)),
    ...refusals(view),
  ];
};
