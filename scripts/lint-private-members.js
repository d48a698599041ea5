/** A linter's plugin with one rule of ours: one way to write private members. */

const privateMembers = {
  create(context) {
    const check = (node) => {
      // What overrides a library's is called as the library calls it; a constructor has no name.
      if (!/^(private|protected)$/.test(node.accessibility ?? '')) return;
      if (node.override === true || node.kind === 'constructor') return;
      context.report({ node, message: 'A private member is written #name.' });
    };
    return { PropertyDefinition: check, MethodDefinition: check, TSParameterProperty: check };
  },
};

export default { meta: { name: 'standoff' }, rules: { 'private-members': privateMembers } };
