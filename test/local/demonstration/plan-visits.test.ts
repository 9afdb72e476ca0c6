import { describe, expect, test } from 'vitest';
import { demonstrationOrganizations } from '../../../local/demonstration/organizations.ts';
import { planVisits } from '../../../local/demonstration/plan-visits.ts';
import { aDefinition } from './a-definition.ts';

const aPlan = (seed: number) =>
  planVisits({
    poll: 'a-poll',
    definition: aDefinition(),
    organizations: demonstrationOrganizations,
    seed,
  });

describe('a plan of visits', () => {
  test('is the same for the same seed and another for another', () => {
    expect(aPlan(7)).toEqual(aPlan(7));
    expect(aPlan(7)).not.toEqual(aPlan(8));
  });

  test('has every respondent of 24 organizations in 4 regions, at least 1,500 together', () => {
    const firsts = aPlan(1).visits.filter(({ kind }) => kind === 'first');
    const organizations = new Set(firsts.map(({ holder }) => holder.organization));
    const regions = new Set(
      demonstrationOrganizations.map(({ request }) => request.attributes.region),
    );
    expect(firsts.length).toBeGreaterThanOrEqual(1_500);
    expect(organizations.size).toBe(24);
    expect(regions.size).toBe(4);
  });

  test('gives every respondent a receipt of their own', () => {
    const firsts = aPlan(1).visits.filter(({ kind }) => kind === 'first');
    expect(new Set(firsts.map(({ holder }) => holder.receipt)).size).toBe(firsts.length);
  });

  test('has resubmissions, changes, late retries, withdrawals and wrong input among them', () => {
    const steps = aPlan(1).visits.flatMap((visit) => visit.steps);
    const expected = steps.map((step) => `${step.request.method} ${step.expected}`);
    for (const kind of ['PUT 200', 'PUT 409', 'DELETE 204', 'PUT 410', 'PUT refusal']) {
      expect(expected.filter((one) => one === kind).length, kind).toBeGreaterThan(10);
    }
  });

  test("begins a respondent's visits in their order", () => {
    const begun = new Set<string>();
    for (const { kind, holder } of aPlan(1).visits) {
      if (kind === 'later') expect(begun).toContain(holder.receipt);
      if (kind === 'first') begun.add(holder.receipt);
    }
  });
});
