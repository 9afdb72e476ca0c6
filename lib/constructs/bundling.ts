import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import { type BuildOptions, buildSync, type OutputFile } from 'esbuild';

const FUNCTIONS = fileURLToPath(new URL('../../functions', import.meta.url));

/** A CommonJS package in an ES module's bundle still asks `require` for Node's own modules. */
const REQUIRE =
  "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);";

/**
 * How functions are bundled: one module with everything in it, the SDK included, so that what
 * was tested is what runs, and it loads faster than the runtime's own copy.
 *
 * The source map lies beside the module, so that a stack trace can be read back. It is not used
 * at run time: `NODE_OPTIONS=--enable-source-maps` adds a quarter to the time of a cold start.
 */
export const bundling = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE },
  minify: true,
  charset: 'utf8',
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

type Bundles = ReadonlyMap<string, readonly OutputFile[]>;

const bundlesOf = new WeakMap<IConstruct, Bundles>();

/**
 * The code of the function in `functions/<folder>/`, bundled. The first one that an app asks for
 * bundles all of them in one run, which reads what they share once.
 */
export const bundledCode = (scope: Construct, folder: string): Code =>
  Code.fromAsset(join(FUNCTIONS, folder), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Asked for, but never used: the bundle is always made here.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (directory) => {
          for (const { path, contents } of bundleOf(scope.node.root, folder)) {
            writeFileSync(join(directory, basename(path)), contents);
          }
          return true;
        },
      },
    },
  });

const bundleOf = (app: IConstruct, folder: string): readonly OutputFile[] => {
  const bundles = bundlesOf.get(app) ?? bundleAll();
  bundlesOf.set(app, bundles);
  const found = bundles.get(folder);
  if (!found) throw new Error(`functions/${folder} has no handler.ts`);
  return found;
};

const bundleAll = (): Bundles => {
  const folders = readdirSync(FUNCTIONS).filter((folder) =>
    existsSync(join(FUNCTIONS, folder, 'handler.ts')),
  );
  const { outputFiles } = buildSync({
    ...bundling,
    entryPoints: Object.fromEntries(
      folders.map((folder) => [`${folder}/index`, join(FUNCTIONS, folder, 'handler.ts')]),
    ),
    outdir: FUNCTIONS,
    outExtension: { '.js': '.mjs' },
    write: false,
  });
  return Map.groupBy(outputFiles, ({ path }) => basename(dirname(path)));
};
