import { Settings, type SettingsInput } from '../schemas/settings.ts';

export { EMULATED_STAGE, type Settings } from '../schemas/settings.ts';

/** What a stage says of itself. */
export type StatedSettings = Omit<SettingsInput, 'stage'>;

/** One or more settings are wrong; the message lists every one with what was expected. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Checks a stage's settings and fills in defaults.
 *
 * @param stated values as the stage states them
 * @param overrides values by name that go before the stated ones
 * @throws SettingsError that names each wrong setting
 */
export const readSettings = (
  stated: Partial<SettingsInput>,
  overrides: Readonly<Record<string, unknown>> = {},
): Settings => {
  const { data, error } = Settings.safeParse({ ...stated, ...overrides });
  if (data) return data;
  const faults = error.issues.flatMap(faultsOf).map((fault) => `  ${fault}`);
  throw new SettingsError(`Wrong settings:\n${faults.join('\n')}`, { cause: error });
};

type Issue = NonNullable<ReturnType<typeof Settings.safeParse>['error']>['issues'][number];

const faultsOf = (issue: Issue): readonly string[] => {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [`${path.join('.')}: ${message}`];
  return issue.keys.map((key) => `${[...path, key].join('.')}: no setting has this name`);
};
