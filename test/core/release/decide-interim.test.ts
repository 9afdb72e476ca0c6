import { describe, expect, it } from 'vitest';
import type { CountedOrganization } from '../../../core/release/answers-of.ts';
import { decideInterim } from '../../../core/release/decide-interim.ts';
import type { Checkpoint } from '../../../schemas/checkpoint.ts';
import { answering, countedPoll, defaultRules, tallyOf } from './release-factories.ts';

type State = { released?: Checkpoint | undefined; candidate?: Checkpoint | undefined };

const decide = (
  state: State,
  tallies: readonly CountedOrganization[],
  { attributes = [], regions = {}, items = 1, day = '2026-05-01' }: Options = {},
) => {
  const known = Object.fromEntries(
    Object.entries(regions).map(([id, region]) => [id, { attributes: { region } }]),
  );
  const now = countedPoll(tallies, known, day);
  return decideInterim({ ...state, now, items, rules: defaultRules(attributes) });
};
type Options = {
  attributes?: readonly string[];
  regions?: Record<string, string>;
  items?: number;
  day?: string;
};

const run = (counts: readonly (readonly CountedOrganization[])[], options: Options = {}) => {
  let state: State = {};
  const kinds: string[] = [];
  for (const tallies of counts) {
    const decision = decide(state, tallies, options);
    kinds.push(decision.kind);
    if (decision.kind === 'release') {
      state = { released: decision.released, candidate: decision.candidate };
    } else if (decision.kind === 'freeze') state = { ...state, candidate: decision.candidate };
  }
  return { kinds, ...state };
};
const answersOut = (checkpoint: Checkpoint | undefined) =>
  checkpoint?.organizations.map(({ counts }) => counts.flat().reduce((a, b) => a + b, 0));

describe('an interim release', () => {
  it('freezes what it first sees and releases it in a later run', () => {
    const first = decide({}, answering(9, 9, 9));
    expect(first.kind).toBe('freeze');
    const { kinds, released } = run([answering(9, 9, 9), answering(9, 9, 9)]);
    expect(kinds).toEqual(['freeze', 'release']);
    expect(answersOut(released)).toEqual([9, 9, 9]);
    expect(released).toMatchObject({ kind: 'interim', shown: [0], day: '2026-05-01' });
  });

  it('releases what an earlier run froze, never what it sees now', () => {
    const { released, candidate } = run([answering(9, 9, 9), answering(19, 19, 19)]);
    expect(answersOut(released)).toEqual([9, 9, 9]);
    expect(answersOut(candidate)).toEqual([19, 19, 19]);
  });

  it('waits while too little has come after the candidate', () => {
    const { kinds } = run([answering(9, 9, 9), answering(10, 9, 9), answering(19, 19, 19)]);
    expect(kinds).toEqual(['freeze', 'wait', 'release']);
  });

  it('says why nothing is out, and freezes all the same', () => {
    expect(decide({}, answering(2, 2, 2))).toMatchObject({
      kind: 'freeze',
      withheld: ['too-few-answers'],
    });
    expect(decide({}, answering(50, 50))).toMatchObject({ withheld: ['too-few-organizations'] });
    expect(decide({}, [])).toMatchObject({ withheld: ['too-few-answers'] });
    expect(decide({}, answering(9, 9, 9))).toMatchObject({ withheld: [] });
  });

  it('writes nothing when nothing changed', () => {
    const { kinds } = run(Array.from({ length: 5 }, () => answering(9, 9, 9)));
    expect(kinds).toEqual(['freeze', 'release', 'wait', 'wait', 'wait']);
    const withheld = run(Array.from({ length: 3 }, () => answering(2, 2, 2)));
    expect(withheld.kinds).toEqual(['freeze', 'wait', 'wait']);
  });

  it('freezes anew while the candidate hides too little against what is out', () => {
    const { kinds, released } = run([
      answering(9, 9, 9),
      answering(9, 9, 9),
      answering(10, 9, 9),
      answering(20, 20, 20),
      answering(20, 20, 20),
    ]);
    expect(kinds).toEqual(['freeze', 'release', 'freeze', 'freeze', 'release']);
    expect(answersOut(released)).toEqual([20, 20, 20]);
  });

  it('keeps attributes and people served as the first release froze them', () => {
    const regions = { a: 'north', b: 'north', c: 'north' };
    const { released } = run([answering(9, 9, 9), answering(9, 9, 9)], { regions });
    const edited = decide({ released }, answering(30, 30, 30), { regions: { a: 'south' } });
    expect(edited.kind === 'freeze' && edited.candidate.organizations[0]?.attributes).toEqual({
      region: 'north',
    });
  });

  it('withholds a rarely answered item instead of waiting for it', () => {
    const tallies = ['a', 'b', 'c'].map((id) => tallyOf(id, [[9], [1]]));
    const { kinds, released } = run([tallies, tallies], { items: 2 });
    expect(kinds).toEqual(['freeze', 'release']);
    expect(released?.shown).toEqual([0]);
  });
});

describe('an interim release of a poll with published attributes', () => {
  const options = {
    attributes: ['region'],
    regions: { a: 'north', b: 'north', c: 'north', d: 'south', e: 'south', f: 'south' },
  };

  it('moves on region by region', () => {
    const { kinds, released } = run(
      [answering(9, 9, 9, 1, 0, 0), answering(20, 20, 20, 1, 1, 0)],
      options,
    );
    expect(kinds).toEqual(['freeze', 'release']);
    expect(answersOut(released)).toEqual([9, 9, 9, 0, 0, 0]);
  });

  it('joins regions of fewer than three organizations', () => {
    const regions = { a: 'north', b: 'north', c: 'south', d: 'south' };
    const { kinds, released } = run([answering(9, 9, 9, 9), answering(9, 9, 9, 9)], {
      ...options,
      regions,
    });
    expect(kinds).toEqual(['freeze', 'release']);
    expect(new Set(released?.organizations.map(({ atom }) => atom)).size).toBe(1);
  });
});
