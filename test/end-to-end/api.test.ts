import { describe } from 'vitest';
import type { ApiWorld } from '../api/api-world.ts';
import { describeAdministration } from '../api/describe-administration.ts';
import { describeReports } from '../api/describe-reports.ts';
import { describeResponses } from '../api/describe-responses.ts';
import { deployedWorld } from './deployed-world.ts';

let made: ApiWorld | undefined;
const world = (): ApiWorld => {
  made ??= deployedWorld();
  return made;
};

describe('what was deployed', () => {
  describeResponses(world);
  describeAdministration(world);
  describeReports(world);
});
