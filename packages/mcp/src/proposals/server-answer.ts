import { Refusal } from '../refusal.js';

/** Letters of what a server says of an error that are shown. */
const MOST_SHOWN = 200;

/** What a server says of its error, as a quotation; empty where it says nothing that can be shown. */
export function saidIn(body: string): string {
  try {
    const { error } = JSON.parse(body) as { error?: unknown };
    const said =
      typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    return typeof said === 'string' && said !== '' ? `: “${said.slice(0, MOST_SHOWN)}”` : '';
  } catch {
    return '';
  }
}

/** The list of statements in an answer, which may stand in a block of code, behind what a model thought. */
export function statementsIn(body: string, url: string): unknown[] {
  for (const json of jsonIn(contentOf(body)))
    try {
      const read = JSON.parse(json) as unknown;
      if (Array.isArray(read)) return read;
      const { statements } = read as { statements: unknown };
      if (Array.isArray(statements)) return statements;
    } catch {
      // The next, or what is said below.
    }
  throw new Refusal(
    'server-nonsense',
    `${url} did not answer with a list of statements${saidIn(body)}`,
    'try again, or another model; nothing was changed',
  );
}

/** What the model says in an answer; empty where it is no answer. */
function contentOf(body: string): string {
  try {
    const { choices } = JSON.parse(body) as { choices: { message: { content: unknown } }[] };
    const { content } = choices[0].message;
    return typeof content === 'string' ? content : '';
  } catch {
    return '';
  }
}

/** Where in what a model says its list may be, the likeliest first. */
function jsonIn(content: string): string[] {
  const said = content.slice(content.lastIndexOf('</think>') + 1);
  const [, block = ''] = /```\w*\n([^]*?)```/u.exec(said) ?? [];
  const between = (open: string, close: string): string =>
    said.slice(said.indexOf(open), said.lastIndexOf(close) + 1);
  return [block, between('{', '}'), between('[', ']')];
}
