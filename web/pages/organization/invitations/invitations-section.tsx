import { useRef, useState } from 'preact/hooks';
import type { CallApi } from '../../api/call-api.ts';
import { described, Field } from '../../controls/field.tsx';
import { RefusedNote, type Refusing } from '../refused.tsx';
import type { Offers } from '../use-offers.ts';
import { type MadeInvitations, MOST_CODES, makeInvitations } from './make-invitations.ts';

type State =
  | { readonly kind: 'idle' | 'wrongNumber' | 'making' }
  | Exclude<MadeInvitations, { readonly kind: 'made' }>;

/** Makes invitation codes, to be printed as slips. */
export const InvitationsSection = ({
  refusing,
  call,
  poll,
  organization,
  offers,
  onMade,
}: {
  readonly refusing: Refusing;
  readonly call: CallApi;
  readonly poll: string;
  readonly organization: string;
  readonly offers: Offers;
  readonly onMade: (codes: readonly string[]) => void;
}) => {
  const { invitations: text } = refusing.own;
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const make = async (): Promise<void> => {
    const typed = field.current?.value.trim() ?? '';
    const count = /^\d+$/.test(typed) ? Number(typed) : 0;
    if (count < 1 || count > MOST_CODES) {
      setState({ kind: 'wrongNumber' });
      field.current?.focus();
      return;
    }
    setState({ kind: 'making' });
    const made = await makeInvitations(call, poll, organization, count);
    if (made.kind === 'made') onMade(made.codes);
    else setState(made);
  };
  if (!offers.invitations) {
    return (
      <>
        <h3>{text.heading}</h3>
        <p>{text.notHere}</p>
      </>
    );
  }
  const named = {
    ...{ id: `codes-${poll}`, label: text.howMany, hint: text.hint(MOST_CODES) },
    error: state.kind === 'wrongNumber' ? text.wrongNumber(MOST_CODES) : undefined,
  };
  return (
    <>
      <h3>{text.heading}</h3>
      <p>{text.text}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (state.kind !== 'making') void make();
        }}
      >
        <Field {...named}>
          <input
            {...described(named)}
            ref={field}
            class="short"
            inputMode="numeric"
            autoComplete="off"
          />
        </Field>
        <button type="submit" class="strong" aria-disabled={state.kind === 'making'}>
          {text.make}
        </button>
      </form>
      <div role="status">
        {state.kind === 'making' && <p>{text.making}</p>}
        {state.kind === 'notHere' && <p class="notice">{text.notHere}</p>}
        {state.kind === 'notNow' && <p class="notice">{text.notNow}</p>}
        {state.kind === 'damaged' && <p class="notice">{text.damaged}</p>}
        {state.kind === 'refused' && (
          <RefusedNote {...{ refusing }} refusal={state.refusal} again={() => void make()} />
        )}
      </div>
    </>
  );
};
