import { appendFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { expect, it } from 'vitest';
import { asked, data, freePort, overHttp } from './clients.js';
import { call } from '../in-process.js';
import { emptyCase, STATEMENTS } from './strait.js';

interface Refused {
  readonly refused: readonly { readonly code: string; readonly why: string; readonly do: string }[];
}

const actor = (quote: string, more: object = {}): Record<string, unknown> => ({
  kind: 'actor',
  source: 'gazette',
  name: 'Arden',
  label: 'Arden',
  quote,
  ...more,
});

const refusalOf = async (client: Client, statement: object): Promise<Refused['refused'][number]> =>
  (await data<Refused>(client, 'propose', { statements: [statement] })).refused[0];

it('refuses a proposal that cannot be right, and says what to do', async () => {
  const { folder } = await emptyCase();
  await overHttp(folder, async (client) => {
    // In other words than the article: what it has is shown.
    expect(
      await refusalOf(client, actor('Arden shut its harbour to ships from Brel')),
    ).toMatchObject({
      code: 'quote-nowhere',
      do: 'if the nearest words are meant, quote them exactly',
      nearest: { at: 'P1' },
    });
    expect(await refusalOf(client, actor('nothing of the kind, whatever it may be'))).toMatchObject(
      {
        code: 'quote-nowhere',
        do: 'read the text again and copy the words exactly',
      },
    );
    const twice = 'as it has done for years';
    expect(await refusalOf(client, actor(twice))).toMatchObject({
      code: 'quote-twice',
      why: 'the quote stands in gazette 2 times: P3, P4',
      do: 'name its paragraph, or quote more words around it',
    });
    expect(
      await data(client, 'propose', { statements: [actor(twice, { paragraph: 4 })] }),
    ).toMatchObject({ right: 1, edits: [{ add: 'actor Arden "Arden" @gazette:P4#s1' }] });
    expect(await refusalOf(client, actor('a month of income', { paragraph: 4 }))).toMatchObject({
      code: 'quote-elsewhere',
      do: 'correct the paragraph, or leave it out',
    });
    expect(await refusalOf(client, actor('a month of income. Brel can open'))).toMatchObject({
      code: 'quote-across',
      do: 'quote within one paragraph; make two proposals where both parts count',
    });
    expect(await refusalOf(client, actor(' '))).toMatchObject({ code: 'no-quote' });
    const threat = { kind: 'threatens', actor: 'Arden', what: 'close the harbour' };
    const said = { ...actor(twice, { paragraph: 4 }), ...threat };
    expect(await refusalOf(client, said)).toMatchObject({
      code: 'no-expression',
      why: '"close the harbour" is no expression: it names no options',
      do: expect.stringContaining('such as Arden.OPTION') as string,
    });
    // What a tool does not take is told with what it takes.
    for (const [tool, given, why] of [
      ['text', { name: 'x' }, 'there is no name here; text takes case, source'],
      ['apply', { edits: [{ replace: 'x' }] }, 'an edit is { add }'],
    ] as const) {
      const { content } = await client.callTool({ name: tool, arguments: given });
      expect((content as { text: string }[])[0].text).toContain(why);
    }
    expect(await refusalOf(client, { ...STATEMENTS[3] })).toMatchObject({
      code: 'unknown-actor',
      do: 'propose the actor first; the actors are: none yet',
    });
    expect(await refusalOf(client, { ...STATEMENTS[0], source: 'gazete' })).toMatchObject({
      code: 'unknown-source',
      do: 'did you mean gazette?',
    });
    expect(await refusalOf(client, { kind: 'can', source: 'gazette', quote: 'x' })).toMatchObject({
      code: 'incomplete',
      do: 'add actor and name and label',
    });
    const wish = { ...STATEMENTS[0], kind: 'wants', actor: 'Ardn', what: 'Ardn.close' };
    const mixed = await data<Refused>(client, 'propose', { statements: [STATEMENTS[0], wish] });
    expect(mixed).toMatchObject({
      right: 1,
      refused: [
        {
          n: 2,
          code: 'unknown-actor',
          do: expect.stringContaining('did you mean Arden?') as string,
        },
      ],
    });
    const readable = { ...STATEMENTS[0], kind: 'wants', actor: 'Arden', what: 'leave' };
    expect(
      await data<Refused>(client, 'propose', { statements: [STATEMENTS[0], readable] }),
    ).toMatchObject({ refused: [{ n: 2, code: 'unknown-name' }] });
  });
});

it('checks no quote in a text that is not the one recorded', async () => {
  const { folder } = await emptyCase();
  appendFileSync(path.join(folder, 'sources', 'gazette.txt'), 'Brel surrenders.\n');
  await overHttp(folder, async (client) => {
    expect(await refusalOf(client, actor('Brel surrenders'))).toMatchObject({
      code: 'replaced-text',
      why: expect.stringContaining('is not the text recorded') as string,
      do: expect.stringContaining('standoff source add') as string,
    });
  });
});

it('applies nothing that would break the situation, and gives the edits that mend it', async () => {
  const { folder, situation } = await emptyCase();
  await overHttp(
    folder,
    async (client) => {
      const before = situation();
      const broken = await asked(client, 'apply', {
        edits: [{ add: 'actor Arden { option close "Close" prefers { not clsoe } } ' }],
      });
      expect(broken.refused).toBe(true);
      const { refused, diagnostics } = JSON.parse(broken.text.split('\n')[1]) as {
        refused: string;
        diagnostics: { code: string; edits: { old: string; new: string }[] }[];
      };
      expect(refused).toBe('errors');
      expect(diagnostics[0].edits[0].new).toContain('not close');
      expect(situation()).toBe(before);
      for (const [edits, code] of [
        [[{ old: 'no such words', new: '' }], 'not-there'],
        [[{ old: '2021', new: '2022' }], 'twice'],
        [[{ old: '', new: 'x' }], 'nothing-named'],
        [[{ add: 'option close "Close"' }], 'ill-written'],
        [[{ add: 'option close "Close"', to: 'Nobody' }], 'unknown'],
        [[{ add: 'actor Arden "Arden" @gazette:P99' }], 'references'],
      ] as const) {
        const { text, refused: no } = await asked(client, 'apply', { edits });
        expect([no, text]).toEqual([true, expect.stringContaining(`"refused":"${code}"`)]);
      }
      expect(situation()).toBe(before);
    },
    '--write',
  );
});

it('lets what somebody else writes count', async () => {
  const { folder, situation } = await emptyCase();
  await overHttp(folder, async (client) => {
    await data(client, 'apply', { edits: [{ add: 'actor Arden "Arden" @gazette:P1' }] });
    const file = path.join(folder, 'strait.standoff');
    writeFileSync(file, `${situation()}\nactor Brel "Brel" @gazette:P2\n`);
    const { contents } = await client.readResource({
      uri: `standoff://case/${path.basename(folder)}`,
    });
    expect(JSON.stringify(contents)).not.toContain('Arden');
  });
});

it('says what there is instead of a case, a question or a source that there is not', async () => {
  const { folder } = await emptyCase();
  await overHttp(folder, async (client) => {
    for (const [name, given, code] of [
      ['verdict', { case: 'strat' }, 'unknown-case'],
      ['text', { source: 'nowhere' }, 'unknown-source'],
      ['ask', { question: 'outlook', with: { standart: 'x' } }, 'usage'],
      ['why', { actor: 'Nobody' }, 'unknown-actor'],
    ] as const) {
      const { text, refused } = await asked(client, name, given);
      expect([name, refused, text]).toEqual([
        name,
        true,
        expect.stringContaining(`"refused":"${code}"`),
      ]);
    }
  });
});

it('serves over HTTP this machine alone, and whoever brings the token', async () => {
  const { folder } = await emptyCase();
  const port = await freePort();
  await call(['mcp', folder, '--port', String(port)], {
    env: { STANDOFF_TOKEN: 'secret' },
    whileOpen: async (stdout) => {
      expect(stdout).toContain('Bearer secret');
      const address = `http://127.0.0.1:${port}/mcp`;
      const right = { Authorization: 'Bearer secret', 'Content-Type': 'application/json' };
      const statusOf = async (at: string, headers: object, body = '{}'): Promise<number> =>
        (await fetch(at, { method: 'POST', headers: { ...headers }, body })).status;
      expect(await statusOf(address, {})).toBe(401);
      expect(await statusOf(address, { Authorization: 'Bearer secre' })).toBe(401);
      expect(await statusOf(address, { ...right, Origin: 'http://elsewhere.example' })).toBe(403);
      expect(await statusOf(`http://127.0.0.1:${port}/other`, right)).toBe(404);
      expect(await statusOf(address, { ...right, 'Mcp-Session-Id': 'x' })).toBe(404);
      expect(await statusOf(address, right, 'no json')).toBe(400);
      expect(await statusOf(address, right, JSON.stringify('x'.repeat(5_000_000)))).toBe(413);
    },
  });
});

it('lets no name that was made to lead here in, and has many clients over one set of cases', async () => {
  const { folder } = await emptyCase();
  const port = await freePort();
  await call(['mcp', folder, '--port', String(port)], {
    env: { STANDOFF_TOKEN: 'secret' },
    whileOpen: async () => {
      const foreign = await new Promise((resolve) => {
        request({ port, path: '/mcp', method: 'POST', headers: { Host: `evil.example:${port}` } })
          .on('response', (response) => {
            response.resume();
            resolve(response.statusCode);
          })
          .end();
      });
      expect(foreign).toBe(403);
      const clients: Client[] = [];
      // One more than are served at once: the one that came first is let go.
      for (let k = 0; k < 33; k++) {
        const client = new Client({ name: 'test', version: '1' });
        const transport = new StreamableHTTPClientTransport(
          new URL(`http://127.0.0.1:${port}/mcp`),
          { requestInit: { headers: { Authorization: 'Bearer secret' } } },
        );
        await client.connect(transport);
        clients.push(client);
      }
      await expect(asked(clients[0], 'text')).rejects.toThrow('no such session');
      await data(clients[1], 'apply', { edits: [{ add: 'actor Arden "Arden" @gazette:P1' }] });
      const seen = await Promise.all(
        clients.slice(1).map((client) => data(client, 'left_out', { more: 4000 })),
      );
      expect(seen.map(({ sentences }) => sentences)).toEqual(
        seen.map(() => ({ quoted: 0, inParagraphsCited: 2, leftOut: 0, open: 9 })),
      );
      await Promise.all(clients.map((client) => client.close()));
    },
  });
});
