import type { CallApi } from '../api/call-api.ts';
import type { Go } from '../use-address.ts';
import type { PagesWording } from '../wording/wording.ts';
import type { AdministrationWording } from './wording/wording.ts';

/** What every page of the administrator needs. */
export type AdminContext = {
  readonly words: PagesWording;
  readonly text: AdministrationWording;
  /** BCP 47, of the page. */
  readonly language: string;
  readonly address: URL;
  readonly go: Go;
  readonly call: CallApi;
  readonly signIn: () => void;
  /** Says what was done, until the next page; on the page that `path` leads to, if it is given. */
  readonly tell: (text: string, path?: string) => void;
  /** Whether something would be lost by leaving; the next page begins anew. */
  readonly setUnsaved: (unsaved: boolean) => void;
};
