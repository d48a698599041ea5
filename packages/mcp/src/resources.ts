import { ResourceTemplate, type McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { REPORT_FILE_FORMATS, REPORT_FILES } from '@standoff/questions';
import { caseUri } from './addresses.js';
import { DATA_NOTE } from './budget.js';
import type { Cases } from './cases.js';
import { GUIDE, LANGUAGE } from './generated/pages.js';

/** What can be read: the guide, the language, the cases and the reports on them. */
export function addResources(server: McpServer, cases: Cases): void {
  const pages = [
    ['guide', 'How to model a situation from a text', GUIDE],
    ['language', 'The language in one page', LANGUAGE],
  ] as const;
  for (const [name, title, text] of pages)
    server.registerResource(
      name,
      `standoff://${name}`,
      { title, mimeType: 'text/markdown' },
      ({ href }) => ({ contents: [{ uri: href, mimeType: 'text/markdown', text }] }),
    );
  const complete = {
    name: (begun: string) => cases.desk.cases().filter((name) => name.startsWith(begun)),
  };
  server.registerResource(
    'case',
    new ResourceTemplate('standoff://case/{name}', {
      list: () => ({
        resources: cases.desk
          .cases()
          .map((name) => ({ name, uri: caseUri(name), mimeType: 'text/plain' })),
      }),
      complete,
    }),
    {
      title: 'The text of a situation, as it is worked on',
      description: DATA_NOTE,
      mimeType: 'text/plain',
    },
    async ({ href }, { name }) => {
      const { text } = await cases.find(nameIn(name));
      return marked({ uri: href, mimeType: 'text/plain', text });
    },
  );
  for (const as of REPORT_FILE_FORMATS) {
    const mimeType = REPORT_FILES[as].type;
    server.registerResource(
      `report-${as}`,
      new ResourceTemplate(`standoff://report/${as}/{name}`, {
        list: undefined,
        complete,
      }),
      { title: `The report on a case, in ${as}`, description: DATA_NOTE, mimeType },
      async ({ href }, { name }) => {
        const found = await cases.find(nameIn(name));
        const text = await cases.desk.report(found.name, found.text, as);
        return marked({ uri: href, mimeType, text });
      },
    );
  }
}

function nameIn(name: string | string[]): string {
  return decodeURIComponent(String(name));
}

/** Words of a case, with the note that they are data: behind them, so that lines keep their numbers. */
function marked(words: Words): { contents: Words[] } {
  return { contents: [words, { uri: words.uri, mimeType: 'text/plain', text: DATA_NOTE }] };
}

interface Words extends Record<string, unknown> {
  readonly uri: string;
  readonly mimeType: string;
  readonly text: string;
}
