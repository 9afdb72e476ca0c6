import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { OrganizationPoll } from '../../../../schemas/participation.ts';
import type { Hold } from '../../use-address.ts';
import { useFocusedHeading } from '../use-focused-heading.ts';
import type { OrganizationWording } from '../wording/wording.ts';
import { Slip } from './slip.tsx';

/** Codes that were made just now, as slips to print: nobody can show them again. */
export const SlipsView = ({
  own,
  address,
  hold,
  organization,
  poll,
  codes,
  onDone,
}: {
  readonly own: OrganizationWording;
  readonly address: URL;
  readonly hold: Hold;
  readonly organization: string;
  readonly poll: OrganizationPoll;
  readonly codes: readonly string[];
  readonly onDone: () => void;
}) => {
  const { invitations: text } = own;
  const heading = useFocusedHeading();
  const title = text.made(codes.length);
  useEffect(() => {
    document.title = `${title} · Groundswell`;
  }, [title]);
  // From the moment that they are seen: an effect comes a little after it.
  useLayoutEffect(() => {
    hold(text.leaving);
    return () => hold(null);
  }, [text]);
  return (
    <div class="organization">
      <div class="only-screen">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p class="notice">{text.onlyNow}</p>
        <p class="actions">
          <button type="button" class="strong" onClick={() => print()}>
            {own.print}
          </button>
          <button type="button" onClick={onDone}>
            {text.done}
          </button>
        </p>
      </div>
      <ul class="slips">
        {codes.map((code) => (
          <Slip key={code} {...{ origin: address.origin, organization, poll, code }} />
        ))}
      </ul>
    </div>
  );
};
