import { afterAll, beforeAll, describe, inject } from 'vitest';
import { describeAdministration } from '../../api/describe-administration.ts';
import { describeForm } from '../../api/describe-form.ts';
import { describeParticipation } from '../../api/describe-participation.ts';
import { describeReports } from '../../api/describe-reports.ts';
import { describeResponses } from '../../api/describe-responses.ts';
import { createInProcessWorld } from './in-process-world.ts';

let made: Awaited<ReturnType<typeof createInProcessWorld>>;
const world = () => made;

beforeAll(async () => {
  made = await createInProcessWorld(inject('awsEndpoint'));
});

afterAll(() => made.close());

describe('the handlers in process', () => {
  describeResponses(world);
  describeForm(world);
  describeAdministration(world);
  describeReports(world);
  describeParticipation(world);
});
