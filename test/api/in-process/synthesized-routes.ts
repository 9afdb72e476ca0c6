import { templateOf } from '../../lib/synthesized.ts';

/** A route of the API as the stacks declare it. */
export type SynthesizedRoute = {
  readonly key: string;
  /** Whether the gateway asks for a token. */
  readonly isProtected: boolean;
  /** Last part of the name of the function that it leads to. */
  readonly target: string;
};

type Properties = Readonly<Record<string, unknown>>;

/** The routes of the `local` stage, read from its template so that no second table can differ. */
export const synthesizedRoutes = (): readonly SynthesizedRoute[] => {
  const { Resources } = templateOf('local', 'api');
  const propertiesOf = (id: string): Properties => Resources[id]?.Properties ?? {};
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route')
    .map(({ Properties }) => {
      const integration = propertiesOf(referredTo(Properties.Target, 'Ref'));
      const target = propertiesOf(referredTo(integration.IntegrationUri, 'Fn::GetAtt'));
      return {
        key: String(Properties.RouteKey),
        isProtected: Properties.AuthorizationType === 'JWT',
        target: String(target.FunctionName).split('-').at(-1) ?? '',
      };
    });
};

/** The logical id that a reference somewhere in a value names. */
const referredTo = (value: unknown, kind: 'Ref' | 'Fn::GetAtt'): string => {
  const found = new RegExp(`"${kind}":\\[?"(\\w+)"`).exec(JSON.stringify(value));
  return found?.[1] ?? '';
};
