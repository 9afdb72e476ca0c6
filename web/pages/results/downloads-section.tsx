import { useState } from 'preact/hooks';
import type { PublishedFile } from '../../../schemas/release.ts';
import { filePath, type Release } from '../api/reports.ts';
import { getFile } from '../downloads/get-file.ts';
import { readme } from '../downloads/readme.ts';
import { saveAs } from '../downloads/save-as.ts';
import type { PagesWording } from '../wording/wording.ts';

type State =
  | { readonly kind: 'idle' | 'working' | 'failed' }
  | { readonly kind: 'damaged' | 'tooLarge' | 'leftOut'; readonly file: string };

type Got = { readonly file: PublishedFile; readonly body: Uint8Array<ArrayBuffer> };

/** Every file of the release, each by itself and all in one zip. */
export const DownloadsSection = ({
  words,
  token,
  poll,
  release: { report, snapshot },
}: {
  readonly words: PagesWording;
  readonly token: string | null;
  readonly poll: string;
  readonly release: Release;
}) => {
  const { downloads } = words;
  const [state, setState] = useState<State>({ kind: 'idle' });
  const { files } = snapshot;
  const addressOf = (path: string): string => filePath(poll, snapshot.snapshot, path);

  /** Those that came; of what is too large only that it did not. */
  const get = async (wanted: readonly PublishedFile[]): Promise<readonly Got[] | null> => {
    setState({ kind: 'working' });
    const got: Got[] = [];
    for (const file of wanted) {
      const answer = await getFile(file, addressOf(file.path), token);
      if (answer.kind === 'tooLarge') continue;
      if (answer.kind !== 'found') {
        setState(answer.kind === 'damaged' ? { ...answer, file: file.path } : answer);
        return null;
      }
      got.push({ file, body: answer.body });
    }
    setState({ kind: 'idle' });
    return got;
  };
  const save = async (file: PublishedFile): Promise<void> => {
    const answer = await get([file]);
    const [got] = answer ?? [];
    if (got) saveAs(`${poll}-${file.path}`, got.body);
    else if (answer) setState({ kind: 'tooLarge', file: file.path });
  };
  const saveAll = async (): Promise<void> => {
    const got = await get(files);
    if (!got) return;
    const packed = got.map(({ file }) => file);
    const missing = files.filter((file) => !packed.includes(file));
    const folder = `${poll}-${snapshot.snapshot}`;
    const page = new URL(location.pathname, location.href);
    page.searchParams.set('release', snapshot.snapshot);
    try {
      const { zipRelease } = await import('../downloads/zip-release.ts');
      const text = readme(report, packed, missing, words, page.href);
      const bodies = got.map(({ file, body }) => ({ path: file.path, body }));
      saveAs(`${folder}.zip`, zipRelease(folder, text, bodies, snapshot.asOf));
      if (missing.length === 0) return;
      setState({ kind: 'leftOut', file: missing.map(({ path }) => path).join(', ') });
    } catch {
      setState({ kind: 'failed' });
    }
  };

  const row = (file: PublishedFile) => {
    const take = (event: MouseEvent): void => {
      // A link carries no token: whoever is signed in gets the file through the page.
      if (token === null) return;
      event.preventDefault();
      save(file);
    };
    return (
      <tr key={file.path}>
        <th scope="row">
          <a
            class="tap"
            href={addressOf(file.path)}
            download={`${poll}-${file.path}`}
            onClick={take}
          >
            {file.path}
          </a>
        </th>
        <td>{downloads.kilobytes(file.bytes)}</td>
        <td>{downloads.files[file.path] ?? ''}</td>
      </tr>
    );
  };
  return (
    <section class="downloads">
      <h2>{downloads.heading}</h2>
      <p>{downloads.note}</p>
      <p class="only-screen">
        <button
          type="button"
          class="strong"
          disabled={state.kind === 'working'}
          onClick={() => void saveAll()}
        >
          {downloads.whole}
        </button>
      </p>
      <p role="status">
        {state.kind === 'working' && downloads.working}
        {state.kind === 'failed' && downloads.failed}
        {state.kind === 'damaged' && downloads.damaged(state.file)}
        {state.kind === 'tooLarge' && downloads.tooLarge(state.file)}
        {state.kind === 'leftOut' && downloads.leftOut(state.file)}
      </p>
      <table class="files">
        <thead>
          <tr>
            <th scope="col">{downloads.file}</th>
            <th scope="col">{downloads.size}</th>
            <th scope="col">{downloads.holds}</th>
          </tr>
        </thead>
        <tbody>{files.map(row)}</tbody>
      </table>
    </section>
  );
};
