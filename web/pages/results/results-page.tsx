import { useEffect, useState } from 'preact/hooks';
import { type Answer, getRelease, type Release } from '../api/reports.ts';
import { MessagePage } from '../message-page.tsx';
import type { Go } from '../use-address.ts';
import type { PagesWording } from '../wording/wording.ts';
import { ResultsView } from './results-view.tsx';

/** The results of a poll: of the latest release, or of the one that the address names. */
export const ResultsPage = ({
  words,
  address,
  go,
  token,
  signIn,
  poll,
}: {
  readonly words: PagesWording;
  readonly address: URL;
  readonly go: Go;
  readonly token: string | null;
  readonly signIn: () => void;
  readonly poll: string;
}) => {
  const wanted = address.searchParams.get('release');
  const [answer, setAnswer] = useState<Answer<Release> | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    setAnswer(null);
    getRelease(poll, wanted, token).then((found) => {
      if (isWanted) setAnswer(found);
    });
    return () => {
      isWanted = false;
    };
  }, [poll, wanted, token, attempt]);

  if (answer === null) return <MessagePage words={words} message={null} />;
  if (answer.kind === 'found') {
    return <ResultsView {...{ words, address, go, token, poll }} release={answer.value} />;
  }
  const again = { label: words.again, act: () => setAttempt((count) => count + 1) };
  const action = answer.refusal === 'signInNeeded' ? { label: words.signIn, act: signIn } : again;
  return <MessagePage words={words} message={words[answer.refusal]} action={action} />;
};
