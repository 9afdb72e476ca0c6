import { describe, test } from 'vitest';
import { follow, sectionsToFollow, wasFollowed } from './follow.ts';

describe('every other section of the runbook', () => {
  test.each(sectionsToFollow)('has commands that run as they stand: %s', async (section) => {
    if (!wasFollowed(section)) await follow(section);
  });
});
