import type { CallApi } from '../api/call-api.ts';
import { MessagePage } from '../message-page.tsx';
import type { Go } from '../use-address.ts';
import type { PagesWording } from '../wording/wording.ts';

/** What a coordinator sees of one organization. */
export const OrganizationPage = ({
  words,
}: {
  readonly words: PagesWording;
  readonly address: URL;
  readonly go: Go;
  readonly call: CallApi;
  readonly organization: string;
}) => <MessagePage words={words} message={words.unknownPage} />;
