import { isLicenceAllowed } from './licences.ts';

/** What `package.json` says of dependencies. */
export type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  /** Packages whose install scripts npm may run. */
  readonly allowScripts?: Readonly<Record<string, boolean>>;
};

/** What `package-lock.json` says of one package. */
export type LockedPackage = {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
};

/** `package-lock.json`: what is installed, by its place. */
export type Lockfile = {
  readonly packages: Readonly<Record<string, LockedPackage & Manifest>>;
};

const ROOT = '';
const REGISTRY = 'https://registry.npmjs.org/';
const EXACT = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/**
 * What is wrong with the dependencies, a sentence each: a licence that is not allowed, an
 * install script that nobody approved, a lockfile that says something else than the manifest or
 * that cannot vouch for what is downloaded.
 */
export const dependencyFaults = (manifest: Manifest, lockfile: Lockfile): readonly string[] => {
  const { [ROOT]: root = {}, ...packages } = lockfile.packages;
  const installed = Object.entries(packages);
  return [
    ...manifestFaults(manifest, root),
    ...installed.flatMap(([path, locked]) => packageFaults(path, locked)),
    ...scriptFaults(manifest, installed),
  ];
};

const manifestFaults = (manifest: Manifest, root: Manifest): readonly string[] =>
  (['dependencies', 'devDependencies'] as const).flatMap((kind) => {
    const [stated, locked] = [manifest[kind] ?? {}, root[kind] ?? {}];
    const names = new Set([...Object.keys(stated), ...Object.keys(locked)]);
    return [...names].flatMap((name) => [
      ...(stated[name] === locked[name]
        ? []
        : [`${name}: ${stated[name]} in package.json, ${locked[name]} in package-lock.json`]),
      ...(stated[name] === undefined || EXACT.test(stated[name])
        ? []
        : [`${name}: ${stated[name]} is no exact version`]),
    ]);
  });

const packageFaults = (path: string, locked: LockedPackage): readonly string[] => {
  const name = nameOf(path);
  const { license = 'none', dev = false, inBundle = false, integrity, resolved } = locked;
  return [
    ...(isLicenceAllowed(name, license, dev)
      ? []
      : [`${path}: the licence ${license} is not allowed ${dev ? 'for a tool' : 'here'}`]),
    ...(inBundle || integrity?.startsWith('sha512-')
      ? []
      : [`${path}: no SHA-512 in the lockfile`]),
    ...(resolved === undefined || resolved.startsWith(REGISTRY)
      ? []
      : [`${path}: comes from ${resolved}`]),
  ];
};

/** The name of the package that is installed at a path such as `node_modules/a/node_modules/@b/c`. */
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path;

const scriptFaults = (
  { allowScripts = {} }: Manifest,
  installed: readonly (readonly [string, LockedPackage])[],
): readonly string[] => {
  const scripted = new Set(
    installed.filter(([, locked]) => locked.hasInstallScript).map(([path]) => nameOf(path)),
  );
  return [
    ...[...scripted]
      .filter((name) => allowScripts[name] === undefined)
      .map((name) => `${name}: has an install script that allowScripts does not speak of`),
    ...Object.keys(allowScripts)
      .filter((name) => !scripted.has(name))
      .map((name) => `${name}: allowScripts speaks of it, but it has no install script`),
  ];
};
