/** Where everything of a deployment is. */
export type Deployment = {
  readonly emulatorUrl: string;
  /** The API's own address; not every system resolves its `*.localhost`, so it is a path. */
  readonly apiUrl: string;
  readonly tables: Readonly<Record<'responses' | 'tallies' | 'polls', string>>;
  readonly buckets: Readonly<
    Record<'reports' | 'checkpoints' | 'participation' | 'failures', string>
  >;
  readonly functions: Readonly<Record<FunctionName, string>>;
  readonly eventBus: string;
  readonly userPool: string;
  readonly userPoolClient: string;
  /** Whose tokens the API believes: a name, not an address that answers here. */
  readonly tokenIssuer: string;
};

type FunctionName =
  | 'intake'
  | 'form'
  | 'directory'
  | 'reports'
  | 'participation'
  | 'administration'
  | 'tally'
  | 'sweep'
  | 'rollUp';

export class OutputMissingError extends Error {
  override readonly name = 'OutputMissingError';
}

/** The stacks' outputs, `{ stack: { name: value } }`, as a description of the deployment. */
export const describeDeployment = (
  endpoint: string,
  outputs: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Deployment => {
  const values = Object.assign({}, ...Object.values(outputs));
  const named = (name: string): string => {
    const value: unknown = values[name];
    if (typeof value === 'string') return value;
    throw new OutputMissingError(`No stack has the output ${name}.`);
  };
  return {
    emulatorUrl: endpoint,
    apiUrl: `${endpoint}/_aws/execute-api/${named('ApiId')}`,
    tables: {
      responses: named('ResponsesTable'),
      tallies: named('TalliesTable'),
      polls: named('PollsTable'),
    },
    buckets: {
      reports: named('ReportsBucket'),
      checkpoints: named('CheckpointsBucket'),
      participation: named('ParticipationBucket'),
      failures: named('FailuresBucket'),
    },
    functions: {
      intake: named('IntakeFunction'),
      form: named('FormFunction'),
      directory: named('DirectoryFunction'),
      reports: named('ReportsFunction'),
      participation: named('ParticipationFunction'),
      administration: named('AdministrationFunction'),
      tally: named('TallyFunction'),
      sweep: named('SweepFunction'),
      rollUp: named('RollUpFunction'),
    },
    eventBus: named('EventBus'),
    userPool: named('UserPoolId'),
    userPoolClient: named('UserPoolClientId'),
    tokenIssuer: named('TokenIssuer'),
  };
};
