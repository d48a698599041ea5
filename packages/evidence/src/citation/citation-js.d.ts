// What is used of the library, which comes without types.
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: readonly object[]);
    format(
      format: 'bibliography',
      options: {
        readonly template: string;
        readonly format: 'text';
        readonly lang: string;
        readonly asEntryArray: true;
      },
    ): [id: string, text: string][];
  }
}
declare module '@citation-js/plugin-csl';
