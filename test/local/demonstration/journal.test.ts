import { describe, expect, test } from 'vitest';
import { createJournal } from '../../../local/demonstration/journal.ts';
import type { Step, Visit } from '../../../local/demonstration/visits.ts';

const aVisit = (receipt: string, kind: Visit['kind'] = 'first'): Visit => ({
  holder: { poll: 'a-poll', organization: `of-${receipt}`, receipt },
  kind,
  steps: [],
});

const aStep = (leaves?: Step['leaves']): Step => ({
  request: { method: 'PUT', path: '/' },
  expected: 201,
  ...(leaves && { leaves }),
});

describe('a journal', () => {
  test('holds what is in force of each respondent: the last accepted answers', () => {
    const journal = createJournal();
    journal.answered(aVisit('b'), aStep({ apples: 1 }), 201);
    journal.answered(aVisit('a'), aStep({ apples: 2 }), 201);
    journal.answered(aVisit('b', 'later'), aStep({ apples: 3 }), 200);
    expect(journal.inForce()).toEqual([
      { organization: 'of-a', answers: { apples: 2 } },
      { organization: 'of-b', answers: { apples: 3 } },
    ]);
  });

  test('leaves out who withdrew, and what was refused', () => {
    const journal = createJournal();
    journal.answered(aVisit('a'), aStep({ apples: 1 }), 201);
    journal.answered(aVisit('a', 'later'), aStep('nothing'), 204);
    journal.answered(aVisit('a', 'later'), aStep(), 410);
    expect(journal.inForce()).toEqual([]);
    expect(journal.counts()).toEqual({
      ...{ requests: 3, respondents: 1, accepted: 2, refused: 1, retried: 0 },
    });
  });
});
