import type { Settings } from '../../schemas/settings.ts';

/** What everything of a stage is called: `groundswell-production-responses`. */
export const stageName = ({ stage }: Pick<Settings, 'stage'>, name: string): string =>
  `groundswell-${stage}-${name}`;
