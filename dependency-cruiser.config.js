/**
 * No circles of imports, of types neither: what stands in a circle cannot be understood, loaded or moved
 * by itself. Which package may import which stands in oxlint.config.js.
 */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Move what both files need to where its name says.',
      severity: 'error',
      from: {},
      // The list of what the commands print: they print by it.
      to: { circular: true, viaOnly: { pathNot: '^packages/cli/src/answer[.]ts$' } },
    },
  ],
  options: {
    // The sources as they stand, with their imports of types.
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
