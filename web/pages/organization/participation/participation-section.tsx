import type { ParticipationView } from '../../../../schemas/participation.ts';
import type { CallApi } from '../../api/call-api.ts';
import { RefusedNote, type Refusing } from '../refused.tsx';
import { useCalled } from '../use-called.ts';
import { participationPath } from './participation-path.ts';
import { participationWords } from './participation-words.ts';

/** How many have answered, as of the last count; never what. */
export const ParticipationSection = ({
  refusing,
  call,
  poll,
  organization,
}: {
  readonly refusing: Refusing;
  readonly call: CallApi;
  readonly poll: string;
  readonly organization: string;
}) => {
  const { own } = refusing;
  const { called, again } = useCalled<ParticipationView>(call, participationPath(poll));
  return (
    <>
      <h3>{own.participation.heading}</h3>
      <div role="status">
        {called === null && <p>{own.participation.loading}</p>}
        {called?.kind === 'refused' && <RefusedNote {...{ refusing, again }} {...called} />}
        {called?.kind === 'done' && <Count {...{ own, organization }} view={called.value} />}
      </div>
    </>
  );
};

const Count = ({
  own,
  organization,
  view,
}: {
  readonly own: Refusing['own'];
  readonly organization: string;
  readonly view: ParticipationView;
}) => {
  const { number, more } = participationWords(own, view, organization);
  return (
    <>
      {number !== null && <p class="count">{number}</p>}
      {more.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
};
