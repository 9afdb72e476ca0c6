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
  ].filter(Boolean) as string[];
  showErrors(errors);
  if (errors.length === 0) await own.send(answers, invitation || undefined);
};

/** Everything that buttons of the form and of its messages do. */
export const createActions = ({ own, phone, view }: Deps): Actions => {
  let beforeAsking: Shown = {};

  const startAnew = (shown: Shown = {}): void => {
    own.leave();
    theForm().reset();
    view.show(shown, true);
  };

  const ask = (panel: string): void => {
    if (view.shown().panel !== panel) beforeAsking = view.shown();
    view.show({ panel });
  };

  const forget = async (): Promise<void> => {
    await phone.forget();
    startAnew({ note: 'forgotten' });
  };

  return {
    send: () => sendWith(own),
    retry: own.retry,
    edit: async () => {
      if (own.state().receipt) view.show({ note: 'changing' });
      else await own.fetch(await phone.keptReceipt());
    },
    'ask-withdraw': async () => {
      ask('ask-withdraw');
      if (beforeAsking.note === 'here') {
        own.resume({ receipt: await phone.keptReceipt(), revision: 0 });
      }
    },
    withdraw: own.withdraw,
    back: () => {
      if (beforeAsking.note === 'here') own.leave();
      view.show(beforeAsking);
      beforeAsking = {};
    },
    new: () => startAnew(),
    copy: async (button) => {
      try {
        await navigator.clipboard.writeText(view.link());
        tellDone(button);
      } catch {
        // Selected, it is copied by hand.
        getSelection()?.selectAllChildren(document.querySelector('.link a') as Element);
      }
    },
    keep: async (button) => {
      await phone.keepReceipt();
      tellDone(button);
    },
    forget: async () => ((await own.isWaiting()) ? ask('ask-forget') : forget()),
    'forget-all': forget,
  };
};
