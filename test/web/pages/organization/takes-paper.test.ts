import { expect, it } from 'vitest';
import { takesPaper } from '../../../../web/pages/organization/paper/takes-paper.ts';

const now = new Date('2027-03-02T00:00:00Z');
const later = '2027-03-02T00:00:01Z';

it.each([
  ['takes', 'an open poll', { state: 'open' }, true],
  [
    'takes',
    'a closed poll that says so for later',
    { state: 'closed', importsCloseAt: later },
    true,
  ],
  ['does not take', 'a closed poll', { state: 'closed' }, false],
  [
    'does not take',
    'a closed poll whose imports are over',
    { state: 'closed', importsCloseAt: '2027-03-02T00:00:00Z' },
    false,
  ],
  ['does not take', 'a draft', { state: 'draft', importsCloseAt: later }, false],
] as const)('takesPaper %s paper for %s', (_, __, poll, expected) => {
  expect(takesPaper(poll, now)).toBe(expected);
});
