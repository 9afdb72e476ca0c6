import { useState } from 'preact/hooks';
import type { CallApi } from '../../api/call-api.ts';
import type { Go } from '../../use-address.ts';
import { withParameters } from '../../with-parameters.ts';
import type { Refusing } from '../refused.tsx';
import { BatchProgress } from './batch-progress.tsx';
import { UploadForm } from './upload-form.tsx';

/** Takes in answers on paper, a file at a time; which file is looked at stands in the address. */
export const PaperSection = ({
  refusing,
  address,
  go,
  call,
  poll,
  organization,
}: {
  readonly refusing: Refusing;
  readonly address: URL;
  readonly go: Go;
  readonly call: CallApi;
  readonly poll: string;
  readonly organization: string;
}) => {
  const { paper: text } = refusing.own;
  const [of, id] = address.searchParams.get('import')?.split('/') ?? [];
  const [uploads, setUploads] = useState(0);
  const show = (shown: string | null): void => {
    const name = shown === null ? null : `${poll}/${shown}`;
    go(withParameters(address, { import: name }), 'replace');
  };
  return (
    <>
      <h3>{text.heading}</h3>
      {of === poll && id ? (
        <BatchProgress
          key={id}
          {...{ refusing, call, poll, id }}
          onAnother={() => {
            setUploads((count) => count + 1);
            show(null);
          }}
        />
      ) : (
        <UploadForm key={uploads} {...{ refusing, call, poll, organization }} onUploaded={show} />
      )}
    </>
  );
};
