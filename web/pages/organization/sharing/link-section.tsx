import { useState } from 'preact/hooks';
import type { OrganizationPoll } from '../../../../schemas/participation.ts';
import { saveAs } from '../../downloads/save-as.ts';
import { InnerLink } from '../../inner-link.tsx';
import type { Go } from '../../use-address.ts';
import { withParameters } from '../../with-parameters.ts';
import type { OrganizationWording } from '../wording/wording.ts';
import { formLink, isLongToType } from './form-link.ts';
import { QrCode } from './qr-code.tsx';
import { qrFile } from './qr-file.ts';

/** The link to the form with its QR code: to copy, to download, and on a poster. */
export const LinkSection = ({
  own,
  address,
  go,
  organization,
  poll: { id, state },
}: {
  readonly own: OrganizationWording;
  readonly address: URL;
  readonly go: Go;
  readonly organization: string;
  readonly poll: OrganizationPoll;
}) => {
  const { link: text } = own;
  const [copied, setCopied] = useState<boolean | null>(null);
  const link = formLink(address.origin, id, organization);
  const copy = async (): Promise<void> => {
    setCopied(null);
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  const save = (): void =>
    saveAs(`${id}-${organization}-qr.svg`, new TextEncoder().encode(qrFile(link)));
  return (
    <>
      <h3>{text.heading}</h3>
      {state === 'draft' && <p>{text.notOpenYet}</p>}
      <p class="form-link">
        <a class="tap" href={link}>
          {link}
        </a>
      </p>
      {isLongToType(id, organization) && <p>{text.long}</p>}
      <div class="sharing">
        <QrCode text={link} label={text.qr} />
        <div class="actions">
          <button type="button" class="strong" onClick={() => void copy()}>
            {text.copy}
          </button>
          <button type="button" onClick={save}>
            {text.download}
          </button>
          <InnerLink go={go} href={withParameters(address, { poster: id })}>
            {text.poster}
          </InnerLink>
          <p role="status">
            {copied === true && text.copied}
            {copied === false && text.notCopied}
          </p>
        </div>
      </div>
    </>
  );
};
