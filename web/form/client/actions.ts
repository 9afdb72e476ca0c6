import { readInvitationCode } from '../../../core/invitations/invitation-code.ts';
import { chosenAnswers } from './answers.ts';
import { codeField, theForm } from './elements.ts';
import { showErrors } from './errors.ts';
import type { OwnResponse } from './own-response.ts';
import type { Phone } from './phone.ts';
import type { Shown, View } from './view.ts';

type Deps = { readonly own: OwnResponse; readonly phone: Phone; readonly view: View };

/** What a button asks for, by the name that it posts where no script runs. */
type Actions = Readonly<Record<string, (button: HTMLElement) => unknown>>;

const tellDone = (button: HTMLElement): void => {
  button.textContent = button.dataset.done ?? '';
};

/** Sends the answers, unless something is to be mended first. */
const sendWith = async (own: OwnResponse): Promise<void> => {
  const answers = chosenAnswers();
  const typed = codeField()?.value.trim();
  const invitation = typed && readInvitationCode(typed);
  const errors = [
    typed === '' && 'invitationMissing',
    typed && !invitation && 'invitationMistyped',
    Object.keys(answers).length === 0 && 'nothingAnswered',
  ].filter((error) => typeof error === 'string');
  showErrors(errors);
  if (errors.length === 0) await own.send(answers, invitation || undefined);
};

/** Everything that buttons of the form and of its messages do. */
export const createActions = ({ own, phone, view }: Deps): Actions => {
  let beforeAsking: Shown = {};

  const startAnew = (shown: Shown = {}): void => {
    own.leave();
    theForm().reset();
    view.show(shown);
  };

  return {
    send: () => sendWith(own),
    retry: own.retry,
    edit: async () => {
      if (own.state().receipt) view.show({ note: 'changing' });
      else await own.fetch(await phone.keptReceipt());
    },
    'ask-withdraw': async () => {
      beforeAsking = view.shown();
      if (beforeAsking.note === 'here') {
        own.resume({ receipt: await phone.keptReceipt(), revision: 0 });
      }
      view.show({ panel: 'ask-withdraw' });
    },
    withdraw: own.withdraw,
    back: () => {
      if (beforeAsking.note === 'here') own.leave();
      view.show(beforeAsking);
      beforeAsking = {};
    },
    new: () => startAnew(),
    copy: async (button) => {
      await navigator.clipboard.writeText(view.link());
      tellDone(button);
    },
    keep: async (button) => {
      await phone.keepReceipt();
      tellDone(button);
    },
    forget: async () => {
      await phone.forget();
      startAnew({ note: 'forgotten' });
    },
  };
};
