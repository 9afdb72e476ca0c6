import { titleOf } from '../../../../core/report/title-of.ts';
import type { OrganizationPoll } from '../../../../schemas/participation.ts';
import { formLink } from '../sharing/form-link.ts';
import { Letters } from '../sharing/letters.tsx';
import { QrCode } from '../sharing/qr-code.tsx';
import { wordingsFor } from '../wordings-for.ts';

const HALF = 5;

/** Characters of a name from which on it takes more than two lines. */
const LONG = 50;

/** A code as people read and type it: in two halves. */
const inHalves = (code: string): string => `${code.slice(0, HALF)}-${code.slice(HALF)}`;

/** One slip to cut out: the code, where to enter it, and how, in each language of the poll. */
export const Slip = ({
  origin,
  organization,
  poll: { id, name, languages: offered },
  code,
}: {
  readonly origin: string;
  readonly organization: string;
  readonly poll: OrganizationPoll;
  readonly code: string;
}) => {
  const link = formLink(origin, id, organization);
  const languages = wordingsFor(offered);
  const qr = languages.map(({ sheet }) => sheet.qr).join(' / ');
  return (
    <li class={titleOf(name, organization).length > LONG ? 'slip long' : 'slip'}>
      <QrCode text={link} label={qr} />
      <div>
        <p class="whose">{titleOf(name, organization)}</p>
        <p>
          {languages.map(({ language, slip }, index) => (
            <span key={language} lang={language}>
              {index > 0 && ' / '}
              {slip.code}
            </span>
          ))}
        </p>
        <p class="code">{inHalves(code)}</p>
      </div>
      <Letters link={link} />
      {languages.map(({ language, slip }) => (
        <p key={language} lang={language} class="how">
          {slip.how} {slip.apart} {slip.choice}
        </p>
      ))}
    </li>
  );
};
