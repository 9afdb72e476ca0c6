import { useState } from 'preact/hooks';
import type { PollView } from '../../../../schemas/poll.ts';
import { TextField } from '../../controls/text-field.tsx';
import type { AdminContext } from '../context.ts';
import { instantOf, localOf } from '../definition/local-time.ts';
import { ConfirmedAct } from './confirmed-act.tsx';

/** An open poll can close later, or now. */
export const OpenSteps = ({
  context,
  view,
  onDone,
}: {
  readonly context: AdminContext;
  readonly view: PollView;
  readonly onDone: (said: string) => void;
}) => {
  const { text, call } = context;
  const { later, closing, closed, close, closeEarly } = text.poll;
  const [closesAt, setClosesAt] = useState(localOf(view.closesAt));
  const [importsCloseAt, setImportsCloseAt] = useState(localOf(view.importsCloseAt));
  const path = `/v1/polls/${view.id}`;
  const times = {
    closesAt: instantOf(closesAt, view.closesAt),
    importsCloseAt: instantOf(importsCloseAt, view.importsCloseAt),
  };
  const moves =
    times.closesAt !== undefined &&
    (times.closesAt !== view.closesAt || times.importsCloseAt !== view.importsCloseAt);
  const zone = text.timeZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  return (
    <>
      <section>
        <h2>{later.title}</h2>
        <p>{later.text}</p>
        <div class="beside">
          <TextField
            id="later"
            type="datetime-local"
            label={later.label}
            hint={zone}
            value={closesAt}
            onChange={setClosesAt}
          />
          <TextField
            id="imports-later"
            type="datetime-local"
            label={later.importsLabel}
            hint={zone}
            value={importsCloseAt}
            onChange={setImportsCloseAt}
          />
        </div>

        <ConfirmedAct
          {...{ context }}
          button={later.button}
          disabled={!moves}
          question={later.question}
          points={later.points(text.instant(times.closesAt ?? view.closesAt ?? ''))}
          act={() =>
            call<PollView>('PUT', path, { json: { definition: view.definition, ...times } })
          }
          onDone={() => onDone(later.moved)}
        />
      </section>
      <section>
        <h2>{closeEarly}</h2>
        <ConfirmedAct
          {...{ context }}
          button={close}
          question={closing}
          points={closing.points(view.closesAt === undefined ? null : text.instant(view.closesAt))}
          act={() => call<PollView>('POST', `${path}/close`)}
          onDone={() => onDone(closed)}
        />
      </section>
    </>
  );
};
