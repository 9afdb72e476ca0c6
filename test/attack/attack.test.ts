import { describe, expect, it } from 'vitest';
import { attack, type Finding } from './attack.ts';
import { checkRecord } from './check-record.ts';
import { playHistory } from './play-history.ts';
import { random } from './random.ts';
import { rulesOff } from './rules-off.ts';

/** So many histories are attacked in an everyday run; ATTACK_HISTORIES says otherwise. */
const EVERYDAY = 400;
const MOST_WITHOUT_A_RULE = 400;
const MINUTES = 60_000;

const histories = Number(process.env.ATTACK_HISTORIES ?? EVERYDAY);

describe('the attacker, knowing every file, every size and weight, and one organization', () => {
  it(`finds no way in through ${histories} random histories`, { timeout: 600 * MINUTES }, () => {
    const found: { seed: number; finding: Finding }[] = [];
    const seen = { snapshots: 0, interim: 0, breakdowns: 0, voices: 0, enumerated: 0, facts: 0 };
    for (let seed = 1; seed <= histories; seed += 1) {
      const played = playHistory(random(seed));
      checkRecord(played);
      const { findings, enumerated } = attack(played);
      found.push(...findings.map((finding) => ({ seed, finding })));
      seen.enumerated += enumerated;
      seen.facts += played.facts.length;
      for (const { plan } of played.snapshots) {
        seen.snapshots += 1;
        seen.interim += plan.kind === 'interim' ? 1 : 0;
        seen.breakdowns += plan.breakdowns.filter(({ kind }) => kind === 'shown').length;
        seen.voices += plan.statewide.voices.length > 1 ? 1 : 0;
      }
    }
    console.log(`attacked ${histories} histories, findings ${found.length}:`, seen);
    expect(found).toEqual([]);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it.each(rulesOff)('finds a way in without $rule', { timeout: 10 * MINUTES }, (off) => {
    for (let seed = 1; seed <= MOST_WITHOUT_A_RULE; seed += 1) {
      const { findings } = attack(playHistory(random(seed), off.variant));
      const own = findings.filter(off.isItsOwn);
      if (own.length > 0) {
        const kinds = own.map(({ kind }) => kind).join(', ');
        console.log(`without ${off.rule}: ${kinds} in the ${seed}. history`);
        return;
      }
    }
    expect.unreachable(`nothing found without ${off.rule}`);
  });
});
