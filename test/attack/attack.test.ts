import { describe, expect, it } from 'vitest';
import { attack, type Finding } from './attack.ts';
import { checkRecord } from './check-record.ts';
import type { Sight } from './enumeration-attack.ts';
import { type Played, playHistory } from './play-history.ts';
import { random } from './random.ts';
import { type RuleOff, rulesOff } from './rules-off.ts';
import { worldKinds } from './world-kinds.ts';

/** So many histories of each kind are attacked in an everyday run; ATTACK_HISTORIES, of all kinds. */
const EVERYDAY = 3;
const MOST_WITHOUT_A_RULE = 400;
const MINUTES = 60_000;
/** Kinds' seeds lie so far apart. */
const SEEDS = 1_000_000;

const kinds = Object.entries(worldKinds);
const asked = process.env.ATTACK_HISTORIES;
const perKind = asked ? Math.ceil(Number(asked) / kinds.length) : EVERYDAY;
/** Where thousands are played, this many are played without each rule; else until one is found. */
const withoutEach = Number(process.env.ATTACK_WITHOUT_EACH ?? 0);

describe('the attacker, knowing every file, every size and weight, and one organization', () => {
  const seen = {
    snapshots: 0,
    interim: 0,
    breakdowns: 0,
    errors: 0,
    voices: 0,
    enumerated: 0,
    facts: 0,
  };
  /** Enumerations of items that show more than counts: where ways are few, the rules leave none. */
  const tried = { group: 0, groups: 0, releases: 0 };

  it.each(kinds)(
    `finds no way in through ${perKind} histories: %s`,
    { timeout: 600 * MINUTES },
    (kind, wishes) => {
      const found: { seed: number; finding: Finding }[] = [];
      const first = 1 + SEEDS * kinds.findIndex(([name]) => name === kind);
      const before = seen.snapshots;
      for (let seed = first; seed < first + perKind; seed += 1) {
        const played = playHistory(random(seed), { wishes });
        checkRecord(played);
        const { findings, enumerated } = attack(played);
        found.push(...findings.map((finding) => ({ seed, finding })));
        seen.enumerated += enumerated.few;
        addTo(tried, enumerated.tried);
        look(played);
      }
      console.log(
        `${kind}: ${perKind} histories (seeds from ${first}), ${seen.snapshots - before} releases, findings ${found.length}`,
      );
      expect(found).toEqual([]);
    },
  );

  it('has looked at releases of every sort', () => {
    console.log(`attacked ${perKind * kinds.length} histories of ${kinds.length} kinds:`, seen);
    console.log('of these, with figures beyond the counts and few enough ways:', tried);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  function look({ facts, snapshots }: Played): void {
    seen.facts += facts.length;
    for (const { plan } of snapshots) {
      const { statewide } = plan;
      const items = statewide.withoutError.size;
      seen.snapshots += 1;
      seen.interim += plan.kind === 'interim' ? 1 : 0;
      seen.breakdowns += plan.breakdowns.filter(({ kind }) => kind === 'shown').length;
      seen.errors +=
        statewide.uncertainty && items < (statewide.units[0]?.counts.length ?? 0) ? 1 : 0;
      seen.voices += plan.statewide.voices.some(
        (voice) =>
          voice !== 'respondent' &&
          (statewide.withheld[voice]?.size ?? 0) < (statewide.units[0]?.counts.length ?? 0),
      )
        ? 1
        : 0;
    }
  }
});

describe('without a rule the attacker', () => {
  it.each(rulesOff)('finds a way in: $rule', { timeout: 60 * MINUTES }, (off) => {
    const { histories, found, kinds } = withoutRule(off);
    console.log(`without ${off.rule}: in ${found} of ${histories} histories (${kinds.join(', ')})`);
    expect(found).toBeGreaterThan(0);
  });
});

function addTo(all: Record<Sight, number>, some: Readonly<Record<Sight, number>>): void {
  all.group += some.group;
  all.groups += some.groups;
  all.releases += some.releases;
}

function withoutRule({ variant, isItsOwn }: RuleOff) {
  const kinds = new Set<string>();
  let histories = 0;
  let found = 0;
  while (histories < (withoutEach || MOST_WITHOUT_A_RULE) && (withoutEach > 0 || found === 0)) {
    histories += 1;
    const own = attack(playHistory(random(histories), variant)).findings.filter(isItsOwn);
    found += own.length > 0 ? 1 : 0;
    for (const one of own) kinds.add(nameOf(one));
  }
  return { histories, found, kinds: [...kinds] };
}

/** A finding's kind; of an enumeration, also what was taken together, and how finely. */
const nameOf = (finding: Finding): string =>
  finding.kind === 'enumeration'
    ? `${finding.kind} of ${finding.sight} by ${finding.grain}`
    : finding.kind;
