import type { Diagnostic, TextRange } from '@standoff/model';
import { TextDocument } from 'langium';
import type {
  CompletionItemKind,
  Connection,
  Diagnostic as Told,
  DocumentSymbol as Outlined,
  Range,
  ServerCapabilities,
  SymbolKind,
  TextEdit as ProtocolEdit,
} from 'vscode-languageserver';
import type { Edit } from '../edits/edit.js';
import { renameAt } from '../edits/rename.js';
import { formattingEdits } from '../format.js';
import { parseSituation } from '../read-situation.js';
import { codeActionsIn } from './code-actions.js';
import { completionsAt } from './completion.js';
import type { Completion } from './completion.js';
import { definitionAt } from './definition.js';
import { foldsOf } from './folding.js';
import { hoverAt } from './hover.js';
import type { Span } from '../lines.js';
import type { DeclaredKind } from './outline.js';
import { referencesAt } from './references.js';
import { symbolsOf } from './symbols.js';
import type { DocumentSymbol } from './symbols.js';

/** The protocol's numbers: a keyword, a property, a class, a reference, a variable. */
const COMPLETION_KINDS: Partial<Record<Completion['kind'], CompletionItemKind>> = {
  word: 14,
  option: 10,
  actor: 7,
  source: 18,
};

/** The protocol's numbers: a class, a property, a file, a variable. */
const SYMBOL_KINDS: Partial<Record<DeclaredKind, SymbolKind>> = { actor: 5, option: 7, source: 1 };

const SEVERITIES = { error: 1, warning: 2, info: 3 } as const;

/** What a server offers besides: what the page has no use for, or the language alone does not know. */
export interface Served {
  /** What the client is told of it. */
  readonly capabilities: ServerCapabilities;
  /**
   * Answers the requests for it.
   * @param open the text that the client has open at an address.
   */
  register(connection: Connection, open: (uri: string) => TextDocument | undefined): void;
  /** What a new name changes in files beside an open text, by their addresses. */
  renamed?(document: TextDocument, offset: number, name: string): Record<string, ProtocolEdit[]>;
}

/**
 * Serves the language over a connection of the Language Server Protocol, until that is closed.
 * Diagnostics are sent to clients that say they can take them.
 */
export function startLanguageServer(connection: Connection, besides: readonly Served[] = []): void {
  const documents = new Map<string, TextDocument>();
  let publishes = false;

  /** What a request answers about an open text; the other value where it is not open. */
  function asked<Params extends { textDocument: { uri: string } }, Result>(
    answer: (document: TextDocument, params: Params) => Result,
    otherwise: Result,
  ): (params: Params) => Result {
    return (params) => {
      const document = documents.get(params.textDocument.uri);
      return document === undefined ? otherwise : answer(document, params);
    };
  }

  function hold(document: TextDocument): void {
    const { uri, version } = document;
    documents.set(uri, document);
    if (!publishes) return;
    const diagnostics = parseSituation(document.getText()).diagnostics.map((d) => told(uri, d));
    void connection.sendDiagnostics({ uri, version, diagnostics });
  }

  connection.onInitialize(({ capabilities }) => {
    publishes = capabilities.textDocument?.publishDiagnostics !== undefined;
    return {
      capabilities: {
        // Changes alone are sent, not the whole text.
        textDocumentSync: 2,
        completionProvider: { triggerCharacters: ['.', '@'] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        renameProvider: true,
        documentFormattingProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix'] },
        ...besides.reduce<ServerCapabilities>((all, one) => ({ ...all, ...one.capabilities }), {}),
      },
      serverInfo: { name: 'standoff' },
    };
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    hold(TextDocument.create(uri, languageId, version, text));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri);
    if (document !== undefined) hold(TextDocument.update(document, contentChanges, version));
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.delete(uri);
    if (publishes) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onCompletion(
    asked((document, { position }) => {
      const { from, to, items } = completionsAt(document.getText(), document.offsetAt(position));
      const range = rangeIn(document, { from, to });
      return items.map(({ word, kind, detail }, i) => ({
        label: word,
        kind: COMPLETION_KINDS[kind] ?? 6,
        // The order in which they are given: what is near first.
        sortText: String(i).padStart(5, '0'),
        textEdit: { range, newText: word },
        ...(detail === null ? {} : { detail }),
      }));
    }, []),
  );
  connection.onHover(
    asked((document, { position }) => {
      const hover = hoverAt(document.getText(), document.offsetAt(position));
      if (hover === null) return null;
      const value = hover.lines.join('\n');
      return { contents: { kind: 'plaintext', value }, range: rangeIn(document, hover) };
    }, null),
  );
  connection.onDefinition(
    asked((document, { position }) => {
      const at = definitionAt(document.getText(), document.offsetAt(position));
      return at === null ? null : { uri: document.uri, range: rangeIn(document, at) };
    }, null),
  );
  connection.onReferences(
    asked((document, { position, context: { includeDeclaration } }) => {
      const [text, offset] = [document.getText(), document.offsetAt(position)];
      const given = definitionAt(text, offset);
      return referencesAt(text, offset)
        .filter(({ from }) => includeDeclaration || from !== given?.from)
        .map((span) => ({ uri: document.uri, range: rangeIn(document, span) }));
    }, []),
  );
  connection.onDocumentSymbol(
    asked((document) => symbolsOf(document.getText()).map((one) => outlined(document, one)), []),
  );
  connection.onFoldingRanges(
    asked(
      (document) =>
        foldsOf(document.getText()).map(({ from, to, comment }) => ({
          startLine: from,
          endLine: to,
          ...(comment ? { kind: 'comment' } : {}),
        })),
      [],
    ),
  );
  connection.onRenameRequest(
    asked((document, { position, newName }) => {
      const offset = document.offsetAt(position);
      const result = renameAt(document.getText(), offset, newName);
      if (result.ok) {
        const beside = besides.map((one) => one.renamed?.(document, offset, newName) ?? {});
        const own = { [document.uri]: editsIn(document, result.edits) };
        return { changes: Object.assign({}, ...beside, own) as Record<string, ProtocolEdit[]> };
      }
      const { message, hint } = result.refusal;
      throw new Error(hint === undefined ? message : `${message}; ${hint}`);
    }, null),
  );
  connection.onDocumentFormatting(
    asked((document) => editsIn(document, formattingEdits(document.getText())), []),
  );
  connection.onCodeAction(
    asked((document, { range: { start, end }, context }) => {
      const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
      return codeActionsIn(document.getText(), from, to).map(({ title, code, edits }) => ({
        title,
        kind: 'quickfix',
        diagnostics: context.diagnostics.filter((d) => d.code === code),
        edit: {
          changes: {
            [document.uri]: editsIn(document, edits),
          },
        },
      }));
    }, []),
  );
  for (const one of besides) one.register(connection, (uri) => documents.get(uri));
  connection.listen();
}

function editsIn(document: TextDocument, edits: readonly Edit[]): ProtocolEdit[] {
  return edits.map((edit) => ({ range: rangeIn(document, edit), newText: edit.insert }));
}

export function rangeIn(document: TextDocument, { from, to }: Span): Range {
  return { start: document.positionAt(from), end: document.positionAt(to) };
}

function told(
  uri: string,
  { code, severity, message, why, hint, range, related }: Diagnostic,
): Told {
  return {
    range: ofLines(range),
    severity: SEVERITIES[severity],
    code,
    source: 'standoff',
    message: [message, why && `Why: ${why}`, hint && `Try: ${hint}`].filter(Boolean).join('\n'),
    relatedInformation: (related ?? []).map((one) => ({
      location: { uri, range: ofLines(one.range) },
      message: one.message,
    })),
  };
}

function ofLines({ start, end }: TextRange): Range {
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}

function outlined(document: TextDocument, symbol: DocumentSymbol): Outlined {
  const { name, label, kind, at, inside } = symbol;
  return {
    name,
    ...(label === null ? {} : { detail: label }),
    kind: SYMBOL_KINDS[kind] ?? 13,
    range: rangeIn(document, symbol),
    selectionRange: rangeIn(document, at),
    children: inside.map((one) => outlined(document, one)),
  };
}
