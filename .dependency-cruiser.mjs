// Which room may know which. `npm run lint` checks it; docs/architecture.md draws it.

/** The subjects, each of which knows those before it and none after it. */
const SUBJECTS = [
  'people',
  'plan',
  'time-rules',
  'leave',
  'work',
  'helping',
  'attendance',
  'evaluation',
  'deadlines',
  'allowance',
  'documents',
  'agency',
  'unsent-files',
  'today',
];

const later = SUBJECTS.slice(0, -1).map((subject, at) => ({
  name: `${subject}-knows-no-later-subject`,
  severity: 'error',
  from: { path: `^shared/${subject}/`, pathNot: '\\.test\\.ts$' },
  to: { path: `^shared/(${SUBJECTS.slice(at + 1).join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment: 'shared/ runs in both worlds: it imports neither side, and nothing of Node',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(client|server|e2e|bench)/|^node:', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-never-server',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|e2e|bench)/' },
    },
    {
      name: 'server-never-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(client|e2e|bench)/' },
    },
    {
      name: 'sync-is-sealed',
      comment: 'the engines of both sides get the product handed in as a Domain; they never import it',
      severity: 'error',
      from: { path: '^(shared|client|server)/sync/', pathNot: '\\.test\\.ts$|/testing\\.ts$' },
      to: {
        path: '^(shared|client|server)/',
        pathNot: '^(shared|client|server)/sync/|^shared/(time/|group-by)|^server/(db|http|audit)/',
      },
    },
    {
      name: 'what-all-subjects-stand-on',
      comment: 'fields, rows, scopes and time know no subject; the lists at the top of shared/ know them all',
      severity: 'error',
      from: { path: '^shared/(acts|sync|time)/', pathNot: '\\.test\\.ts$' },
      to: { path: `^shared/(${SUBJECTS.join('|')})/` },
    },
    ...later,
    {
      name: 'features-do-not-reach-into-each-other',
      comment: 'what another feature may use stands in its index.ts',
      severity: 'error',
      from: { path: '^client/features/([^/]+)/' },
      to: { path: '^client/features/', pathNot: '^client/features/($1/|[^/]+/index\\.ts$|[^/]+/[^/]+/index\\.ts$)' },
    },
    {
      name: 'features-stand-on-the-workspace',
      comment: 'what every feature uses knows no feature; the shell knows them all',
      severity: 'error',
      from: { path: '^client/(workspace|forms|sync|ui|i18n|table-file)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^client/(features|shell)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^client/ui/' },
      to: { path: '^client/(features|sync|workspace)|^shared/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
