/** What is read of an OpenAPI description: the paths with their methods. */
export type Described = {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

const INVITATIONS = /^\/v1\/polls\/\{\w+\}\/organizations\/\{\w+\}\/invitations$/;
const IMPORTS = /^\/v1\/polls\/\{\w+\}\/imports$/;

/** Which calls of coordinators a service describes that not every service has. */
export const offersOf = ({ paths = {} }: Described) => {
  const takes = (path: RegExp): boolean =>
    Object.entries(paths).some(([name, methods]) => path.test(name) && 'post' in methods);
  return { invitations: takes(INVITATIONS), imports: takes(IMPORTS) };
};
