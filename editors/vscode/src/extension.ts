import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** What the server asks a question with; the client sends it for who clicks a lens. */
const ASK = 'standoff.ask';

/** As the server answers it: `AnswerInEditor` of the command. */
interface Answer {
  readonly title: string;
  readonly html: string;
}

/** As the server lists them. */
interface Question {
  readonly name: string;
  readonly title: string;
  readonly asks: string;
}

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  client = new LanguageClient(
    'standoff',
    'Standoff',
    {
      module: context.asAbsolutePath('dist/server/standoff.js'),
      transport: TransportKind.stdio,
      args: ['lsp'],
    },
    {
      documentSelector: [{ language: 'standoff' }],
      middleware: {
        async executeCommand(command, args, next) {
          const answer: unknown = await next(command, args);
          if (command === ASK) show(answer as Answer);
          return answer;
        },
      },
    },
  );
  context.subscriptions.push(
    vscode.commands.registerCommand('standoff.briefing', () => ask('briefing')),
    vscode.commands.registerCommand('standoff.question', async () => {
      const questions = await vscode.commands.executeCommand<Question[]>('standoff.questions');
      const picked = await vscode.window.showQuickPick(
        questions.map(({ name, title, asks }) => ({ label: title, detail: asks, name })),
        { placeHolder: 'What is asked of this situation' },
      );
      if (picked) await ask(picked.name);
    }),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function ask(question: string): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'standoff') {
    void vscode.window.showInformationMessage('Open a situation first: a file called .standoff.');
    return;
  }
  await vscode.commands.executeCommand(ASK, document.uri.toString(), question, {});
}

let panel: vscode.WebviewPanel | undefined;

/** The page allows itself no script and nothing from elsewhere; the editor allows it none either. */
function show({ title, html }: Answer): void {
  if (panel === undefined) {
    panel = vscode.window.createWebviewPanel(
      'standoff',
      title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, localResourceRoots: [] },
    );
    panel.onDidDispose(() => {
      panel = undefined;
    });
  }
  panel.title = title;
  panel.webview.html = html;
}
