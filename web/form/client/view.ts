import type { Outcome } from '../sending/send-entry.ts';
import { showProgress } from './answers.ts';
import { draftBox, element } from './elements.ts';

type Qr = { readonly size: number; readonly path: string };

/** Names of templates: one in the place of the form (none: the form), one above it. */
export type Shown = { readonly panel?: string | undefined; readonly note?: string | undefined };

const fill = (place: string, name: string | undefined): void => {
  const template = element(name ?? '') as HTMLTemplateElement | null;
  const there = element(place) as HTMLElement;
  // A message that follows another takes no less room, so that nothing below it moves.
  there.style.minHeight = template && there.offsetHeight ? `${there.offsetHeight}px` : '';
  there.replaceChildren(...(template ? [template.content.cloneNode(true)] : []));
};

const drawLink = (link: string, qr: Qr | undefined): void => {
  const anchor = document.querySelector<HTMLAnchorElement>('.link a');
  if (!anchor) return;
  anchor.href = anchor.textContent = link;
  const picture = document.querySelector('.qr');
  if (!picture || !qr) return;
  picture.setAttribute('viewBox', `0 0 ${qr.size} ${qr.size}`);
  picture.firstElementChild?.setAttribute('d', qr.path);
};

/** The keyboard clears with a key, so that 20 items are 20 stops; fingers have the button. */
const nameClearButtons = (): void => {
  for (const button of document.querySelectorAll<HTMLElement>('.clear')) {
    button.tabIndex = -1;
    const legend = button.parentElement?.querySelector('legend')?.textContent;
    button.setAttribute('aria-label', `${button.textContent}: ${legend}`);
  }
};

/** What is on the screen. It is drawn from here alone, so that a new language shows the same. */
export const createView = (lasting: boolean) => {
  let shown: Shown = {};
  let waitsFor: Outcome['kind'] = 'offline';
  let link = '';
  let qr: Qr | undefined;

  const draw = (): void => {
    for (const id of ['intro', 'f']) (element(id) as HTMLElement).hidden = Boolean(shown.panel);
    fill('panel', shown.panel);
    fill('note', shown.note);
    drawLink(link, qr);
    const reason = element('reason');
    if (reason) reason.textContent = reason.dataset[waitsFor] ?? '';
    (draftBox().closest('p') as HTMLElement).hidden = Boolean(shown.panel) || !lasting;
    nameClearButtons();
    showProgress();
  };

  return {
    draw,
    shown: () => shown,
    link: () => link,
    /**
     * Shows a state, and moves to its heading where another thing takes the place of the form.
     * A note by itself is a status, read out without taking anybody from where they are.
     */
    show: (next: Shown, moves = next.panel !== shown.panel): void => {
      shown = next;
      draw();
      if (!moves) return;
      scrollTo(0, 0);
      document.querySelector<HTMLElement>('#panel h2,#note h2')?.focus();
    },
    /** Why what waits could not be sent. */
    waitFor: (kind: Outcome['kind']): void => {
      waitsFor = kind;
    },
    /** The private link, and its picture as soon as a worker has drawn it. */
    setLink: (next: string): void => {
      if (next === link) return;
      link = next;
      qr = undefined;
      const worker = new Worker('/p/qr.js');
      worker.onmessage = ({ data }) => {
        qr = data;
        drawLink(link, qr);
      };
      worker.postMessage(link);
    },
  };
};
export type View = ReturnType<typeof createView>;
