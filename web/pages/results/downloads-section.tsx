import { useState } from 'preact/hooks';
import type { PublishedFile } from '../../../schemas/release.ts';
import { filePath, type Release } from '../api/reports.ts';
import { getFile } from '../downloads/get-file.ts';
import { readme } from '../downloads/readme.ts';
import { saveAs } from '../downloads/save-as.ts';
import type { PagesWording } from '../wording/wording.ts';

/** What a large file is answered with is a link to another origin, which no script may follow. */
const MOST_BYTES = 4_000_000;

type State =
  | { readonly kind: 'idle' | 'working' | 'failed' }
  | { readonly kind: 'damaged'; readonly file: string };

type Got = { readonly path: string; readonly body: Uint8Array<ArrayBuffer> };

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
  const fetchable = files.filter(({ bytes }) => bytes <= MOST_BYTES);
  const addressOf = (path: string): string => filePath(poll, snapshot.snapshot, path);

  const get = async (wanted: readonly PublishedFile[]): Promise<readonly Got[] | null> => {
    setState({ kind: 'working' });
    const got: Got[] = [];
    for (const file of wanted) {
      const answer = await getFile(file, addressOf(file.path), token);
      if (answer.kind !== 'found') {
        setState(answer.kind === 'damaged' ? { ...answer, file: file.path } : answer);
        return null;
      }
      got.push({ path: file.path, body: answer.body });
    }
    setState({ kind: 'idle' });
    return got;
  };
  const save = async (file: PublishedFile): Promise<void> => {
    const [got] = (await get([file])) ?? [];
    if (got) saveAs(`${poll}-${file.path}`, got.body);
  };
  const saveAll = async (): Promise<void> => {
    const got = await get(fetchable);
    if (!got) return;
    const folder = `${poll}-${snapshot.snapshot}`;
    const page = new URL(location.pathname, location.href);
    page.searchParams.set('release', snapshot.snapshot);
    try {
      const { zipRelease } = await import('../downloads/zip-release.ts');
      const text = readme(report, fetchable, words, page.href);
      saveAs(`${folder}.zip`, zipRelease(folder, text, got, snapshot.asOf));
    } catch {
      setState({ kind: 'failed' });
    }
  };

  const row = (file: PublishedFile) => {
    const reachable = token === null || file.bytes <= MOST_BYTES;
    const take = (event: MouseEvent): void => {
      // A link carries no token: whoever is signed in gets the file through the page.
      if (token === null) return;
      event.preventDefault();
      save(file);
    };
    return (
      <tr key={file.path}>
        <th scope="row">
          {reachable ? (
            <a
              class="tap"
              href={addressOf(file.path)}
              download={`${poll}-${file.path}`}
              onClick={take}
            >
              {file.path}
            </a>
          ) : (
            `${file.path} (${downloads.tooLarge})`
          )}
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
