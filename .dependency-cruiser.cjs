const SLICE = '^mf-(catalog|booking|provider-portal)/';
const SERVICE = '^services/(catalog|booking|provider|payments|identity|rotation)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing',
      comment:
        'The rules of money, booking and availability are pure: they can be read, tested and moved without anything else of the project.',
      severity: 'error',
      from: { path: '^services/domain/' },
      to: { path: '^(shell|mf-|services/(?!domain/)|edge|infra|e2e|bench)' },
    },
    {
      name: 'shared-knows-no-service',
      comment:
        'What all services share must not depend on one of them, or releasing that one becomes everybody’s business. The seed fills every service, so it may read their contracts.',
      severity: 'error',
      from: { path: '^services/shared/' },
      to: {
        path: '^(services/(catalog|booking|provider|payments|identity|rotation)/(?!contract)|shell|mf-|edge|infra)',
      },
    },
    {
      name: 'service-meets-service-at-the-contract',
      comment:
        'A service may rely on what another one promises, never on how it does it: only contract.ts is public.',
      severity: 'error',
      from: { path: SERVICE },
      to: { path: SERVICE, pathNot: ['^services/$1/', '/contract\\.ts$'] },
    },
    {
      name: 'service-stands-below-screens-and-cloud',
      comment:
        'Services run in a Lambda; nothing of a screen, the edge or the infrastructure exists there.',
      severity: 'error',
      from: { path: SERVICE },
      to: { path: '^(shell|mf-|edge|infra|e2e|bench)' },
    },
    {
      name: 'slices-meet-only-through-federation',
      comment:
        'A slice that imports another one by path can no longer ship alone. Compose through the shell, talk through events.',
      severity: 'error',
      from: { path: SLICE },
      to: { path: SLICE, pathNot: '^mf-$1/' },
    },
    {
      name: 'slice-knows-kit-domain-and-its-own-contract',
      comment:
        'A slice sees the kit, the pure rules and the contract of its own service. Reaching further ties its release to somebody else’s.',
      severity: 'error',
      from: { path: SLICE, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: '^(shell/(?!kit/)|services/(?!domain/|shared/contract/|[a-z]+/contract\\.ts)|edge|infra)',
      },
    },
    {
      name: 'mf-catalog-reads-only-the-catalog-contract',
      comment:
        'Other services’ contracts belong to other slices; slots are the one public question of booking.',
      severity: 'error',
      from: { path: '^mf-catalog/' },
      to: { path: '^services/(provider|payments)/contract\\.ts' },
    },
    {
      name: 'mf-booking-reads-only-the-booking-contract',
      comment:
        'Other services’ contracts belong to other slices; a service’s public detail is the one question of catalog.',
      severity: 'error',
      from: { path: '^mf-booking/' },
      to: { path: '^services/(provider|payments)/contract\\.ts' },
    },
    {
      name: 'mf-provider-portal-reads-only-the-provider-contract',
      comment: 'Other services’ contracts belong to other slices.',
      severity: 'error',
      from: { path: '^mf-provider-portal/' },
      to: { path: '^services/(catalog|booking|payments)/contract\\.ts' },
    },
    {
      name: 'shell-knows-kit-and-domain',
      comment:
        'The shell composes slices it has never seen; a slice or service imported by path would have to be rebuilt with it. Accounts are the shell’s own subject, so it reads the contract of their service.',
      severity: 'error',
      from: { path: '^shell/(?!kit/)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(mf-|services/(?!domain/|identity/contract\\.ts)|edge|infra)' },
    },
    {
      name: 'kit-knows-only-domain',
      comment: 'The kit is part of every slice: whatever it imports, all of them carry.',
      severity: 'error',
      from: { path: '^shell/kit/' },
      to: { path: '^(shell/(?!kit/)|mf-|services/(?!domain/)|edge|infra)' },
    },
    {
      name: 'edge-knows-domain',
      comment:
        'Edge functions are small and start cold everywhere; only pure rules fit. The fragment renderer may take the one exposed component that it renders.',
      severity: 'error',
      from: { path: '^edge/', pathNot: '^edge/(build\\.ts|near-you/)' },
      to: { path: '^(shell|mf-|services/(?!domain/)|infra)' },
    },
    {
      name: 'infra-takes-bundles-and-contracts',
      comment:
        'Infrastructure names what is built and what is promised. A use case imported here would run at synthesis, not in the cloud. Hostile strings are the same for every layer’s tests, and so is how DynamoDB Local is started.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/migrate/' },
      to: {
        path: '^(shell/(?!kit/)|mf-|edge/(?!dist/)|services/(?!domain/|[a-z]+/contract\\.ts|shared/contract/|shared/testing/(naughty|dynamodb-engine)/|dist/))',
      },
    },
    {
      name: 'migration-knows-table-and-shared-rules',
      comment:
        'The migration writes what services would: through the table’s entities and the rules that services share. Their use cases answer requests and have no part in it.',
      severity: 'error',
      from: { path: '^infra/migrate/' },
      to: {
        path: '^(shell/(?!kit/)|mf-|edge|services/(catalog|booking|provider|payments|identity|rotation)/(?!contract\\.ts))',
      },
    },
    {
      name: 'nobody-imports-infra',
      comment:
        'Infrastructure is at the outside. The edge’s build reads the typed stage configuration, and tests drive the local cloud.',
      severity: 'error',
      from: { path: '^(shell|mf-|services|edge|bench)', pathNot: '^(edge/build\\.ts|bench/)' },
      to: { path: '^infra/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be found is not checked by any rule above.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(cloudfront|Synthetics|@aws-amplify/backend)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.next|cdk\\.out|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
