import type { ReportSheet } from '@standoff/document';
import { FileDown, Printer } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { ReportFiles } from '../../answers/report-files.js';
import { useAnswer } from '../../answers/use-answer.js';
import { Button } from '../../design/button.js';
import { Answered, Note } from '../../design/card.js';
import { download, downloadText } from '../../files/download.js';
import { useWorkbench } from '../../workbench.js';
import styles from './report.module.css';
import { showSheet } from './sheet.js';

/** The whole briefing, as it is printed, to keep and to print. */
export default function Report() {
  const { store } = useWorkbench();
  const answer = useAnswer('report');
  const { state, result } = answer;
  const ready = state === 'current' && result !== null;
  const [writing, setWriting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const keepDocx = async ({ drawn }: ReportFiles): Promise<void> => {
    setWriting(true);
    setProblem(null);
    try {
      const { reportDocx } = await import('../../files/report-docx.js');
      download(`${store.name}.report.docx`, await reportDocx(drawn));
    } catch (error) {
      setProblem(`Not written: ${error instanceof Error ? error.message : String(error)}.`);
    }
    setWriting(false);
  };
  return (
    <>
      <div className={styles.tools}>
        <div className={styles.buttons}>
          <Button look="primary" isDisabled={!ready} onPress={() => window.print()}>
            <Printer size={16} aria-hidden /> Print or save as PDF
          </Button>
          <Button
            isDisabled={!ready}
            onPress={() =>
              result && downloadText(`${store.name}.report.html`, result.html, 'text/html')
            }
          >
            <FileDown size={16} aria-hidden /> HTML
          </Button>
          <Button
            isDisabled={!ready}
            onPress={() =>
              result && downloadText(`${store.name}.report.md`, result.markdown, 'text/markdown')
            }
          >
            <FileDown size={16} aria-hidden /> Markdown
          </Button>
          <Button
            isDisabled={!ready || writing}
            onPress={() => {
              if (result) void keepDocx(result);
            }}
          >
            <FileDown size={16} aria-hidden /> DOCX
          </Button>
        </div>
        <Note>
          {ready || state === 'failed'
            ? 'One file, which asks for nothing else. In HTML and Markdown the situation stands in it, so that “standoff report --verify” can work every figure out again.'
            : 'Every question is asked of the situation as it stands; with ten thousand states this takes some seconds.'}
        </Note>
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
      <Answered answer={answer}>{({ sheet }) => <Sheet sheet={sheet} />}</Answered>
    </>
  );
}

function Sheet({ sheet }: { readonly sheet: ReportSheet }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => showSheet(host.current!, sheet), [sheet]);
  return <div ref={host} className={styles.sheet} data-report />;
}
