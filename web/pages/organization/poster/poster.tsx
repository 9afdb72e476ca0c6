import { titleOf } from '../../../../core/report/title-of.ts';
import type { OrganizationPoll } from '../../../../schemas/participation.ts';
import { formLink } from '../sharing/form-link.ts';
import { Letters } from '../sharing/letters.tsx';
import { QrCode } from '../sharing/qr-code.tsx';
import { wordingsFor } from '../wordings-for.ts';

/** Characters of title and name from which on they take more than two lines each. */
const LONG = 80;

/** One sheet for a wall: whose poll it is, the code, the address in letters, what to know. */
export const Poster = ({
  origin,
  organization,
  poll,
  minRespondents,
}: {
  readonly origin: string;
  readonly organization: string;
  readonly poll: OrganizationPoll;
  readonly minRespondents: number;
}) => {
  const { id, title, name, mode, closesAt } = poll;
  const link = formLink(origin, id, organization);
  const languages = wordingsFor(poll.languages).map((own) => ({
    own,
    language: own.language,
    title: titleOf(title, id, own.language),
    name: titleOf(name, organization, own.language),
  }));
  const isLong = languages.some(({ title, name }) => title.length + name.length > LONG);
  return (
    <article class={isLong ? 'poster long' : 'poster'}>
      <div class="columns">
        {languages.map(({ own: { sheet }, language, title, name }) => (
          <div key={language} lang={language}>
            <h2>{title}</h2>
            <p class="asks">{sheet.asks(name)}</p>
            <p>{sheet.purpose}</p>
            <p class="how">{sheet.how}</p>
          </div>
        ))}
      </div>
      <QrCode text={link} label={languages.map(({ own }) => own.sheet.qr).join(' / ')} />
      <Letters link={link} />
      <div class="columns">
        {languages.map(({ own: { sheet, instant }, language, name }) => (
          <ul key={language} lang={language}>
            {mode === 'invited' && <li>{sheet.invited}</li>}
            {sheet.points({ organization: name, minRespondents }).map((point) => (
              <li key={point}>{point}</li>
            ))}
            {closesAt && <li>{sheet.until(instant(closesAt))}</li>}
          </ul>
        ))}
      </div>
    </article>
  );
};
