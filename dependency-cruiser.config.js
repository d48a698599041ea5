/**
 * No circles of imports: what stands in a circle cannot be loaded or moved by itself. A circle that is
 * closed by an `import type` is not refused. Which package may import which stands in eslint.config.js.
 */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Move what both files need to where its name says.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    // The sources as they stand, where an import of types is told from one of values.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated)/' },
    enhancedResolveOptions: {
      // A package's sources, not its build.
      conditionNames: ['standoff-source', 'import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
