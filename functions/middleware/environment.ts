type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** A zod schema, or what stands in for one where zod would take too long to start. */
export type EnvironmentSchema<Env> = {
  safeParse: (
    value: unknown,
  ) =>
    | { readonly success: true; readonly data: Env }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
};

/** A function was deployed with an environment that it cannot work with. */
export class InvalidEnvironmentError extends Error {
  override readonly name = 'InvalidEnvironmentError';
  readonly variables: readonly string[];

  constructor(issues: readonly Issue[]) {
    const faults = issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    super(`The environment is not as it must be: ${faults.join('; ')}`);
    this.variables = issues.map(({ path }) => path.map(String).join('.'));
  }
}

/**
 * A function's environment, read once when it starts.
 *
 * @throws InvalidEnvironmentError naming every variable that is missing or wrong
 */
export const readEnvironment = <Env>(
  schema: EnvironmentSchema<Env>,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Env => {
  const result = schema.safeParse(variables);
  if (!result.success) throw new InvalidEnvironmentError(result.error.issues);
  return result.data;
};
