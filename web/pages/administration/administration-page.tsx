import type { CallApi } from '../api/call-api.ts';
import { MessagePage } from '../message-page.tsx';
import type { Go } from '../use-address.ts';
import type { PagesWording } from '../wording/wording.ts';

/** What an administrator sees. */
export const AdministrationPage = ({
  words,
}: {
  readonly words: PagesWording;
  readonly address: URL;
  readonly go: Go;
  readonly call: CallApi;
  /** What follows `/admin` in the address. */
  readonly place: string;
}) => <MessagePage words={words} message={words.unknownPage} />;
