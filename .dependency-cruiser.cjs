// The import table of docs/design.md as rules: which folder may import what, and nothing else.

const { version } = require('typescript');

// Without an API that it knows, dependency-cruiser skips every .ts file and finds no fault.
if (Number.parseInt(version, 10) >= 7) {
  throw new Error(`.ts files can be read with TypeScript's API of 6 or before, not ${version}`);
}

const packages = (...names) => names.map((name) => `node_modules/(?:@types/)?${name}/`);
const builtins = (...names) => names.map((name) => `^(?:node:)?${name}$`);

const AWS_SDK = packages('@aws-sdk/[^/]+');

const MAY_IMPORT = {
  schemas: packages('zod'),
  core: ['^schemas/', ...packages('@stdlib/[^/]+', 'csv-stringify', 'fflate', 'write-excel-file')],
  adapters: ['^(?:schemas|core)/', ...AWS_SDK, ...builtins('crypto')],
  functions: [
    '^(?:schemas|core|adapters|web/form)/',
    '^docs/openapi\\.json$',
    ...packages('@middy/[^/]+', '@aws-lambda-powertools/[^/]+', 'aws-lambda', 'zod'),
    ...packages('csv-parse', 'jose'),
    ...builtins('crypto', 'timers/promises', 'zlib'),
  ],
  lib: [
    '^schemas/',
    '^functions/[^/]+/env\\.ts$',
    ...packages('aws-cdk-lib', 'constructs', 'esbuild'),
    ...builtins('fs', 'path', 'url'),
  ],
  bin: ['^lib/', ...packages('aws-cdk-lib')],
  command: ['^(?:schemas|core)/'],
  local: ['^schemas/', ...AWS_SDK],
  polls: ['^schemas/'],
  web: ['^(?:schemas|core|polls)/', ...packages('qr', 'preact', 'oidc-client-ts', 'fflate')],
};

/** Build the form's script and the pages; they run on a machine of one's own. */
const WEB_BUILDS = '^web/(?:form/build|pages/vite\\.config)\\.ts$';

/** Folders that run on a machine of one's own, where all of Node is at hand. */
const MAY_USE_ALL_OF_NODE = ['command', 'local'];

const rules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `${folder}-imports`,
  comment: `${folder}/ may import what the table lists for it, nothing else`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: WEB_BUILDS },
  to: {
    pathNot: [`^${folder}/`, ...allowed],
    couldNotResolve: false,
    ...(MAY_USE_ALL_OF_NODE.includes(folder) ? { dependencyTypesNot: ['core'] } : {}),
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rules,
    {
      name: 'web-build-imports',
      comment:
        'What is inlined into the form is bundled by its own program, which no other imports',
      severity: 'error',
      from: { pathNot: '^(?:test|bench)/' },
      to: { path: WEB_BUILDS },
    },
    {
      name: 'no-function-imports-another',
      comment: 'Functions share middleware; what else two need belongs in core/ or adapters/',
      severity: 'error',
      from: { path: '^functions/(?!middleware/)([^/]+)/' },
      to: { path: '^functions/', pathNot: ['^functions/$1/', '^functions/middleware/'] },
    },
    {
      name: 'middleware-imports-no-function',
      severity: 'error',
      from: { path: '^functions/middleware/' },
      to: { path: '^functions/', pathNot: '^functions/middleware/' },
    },
    {
      name: 'no-cycles',
      comment: 'Types count: two files that need each other are one',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable-imports',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-tests-outside-tests',
      severity: 'error',
      from: { pathNot: '^(?:test|bench)/' },
      to: { path: '^(?:test|bench)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
