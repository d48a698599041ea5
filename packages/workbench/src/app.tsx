/*
 * The workbench, as one page:
 *
 *   files/      where a case lives: behind the loopback server, or in the browser's storage
 *   document/   the one text, its history, and saving it; forms edit it by text edits
 *   answers/    workers that read the text and answer questions about it; views ask with useAnswer
 *   routes.ts   the address says which view is shown and what is selected in it
 *   design/     tokens and the few components that all of it is made of
 *   layout/     head, panes, shortcuts
 *   source/ model/ forms/ views/ why/   what stands in the panes
 *
 * Text goes down (document → answers → views), changes come up as edits of the text or as addresses.
 */
import { lazy, memo, Suspense, useEffect, useState } from 'react';
import { CaseBanner } from './document/case-banner.js';
import { Button } from './design/button.js';
import { openStore, SERVED_CASE } from './files/open.js';
import { AnswersPane, useView } from './layout/answers-pane.js';
import { Header } from './layout/header.js';
import { Help } from './layout/help.js';
import { LiveRegion } from './layout/live-region.js';
import { BottomBar, Panes } from './layout/panes.js';
import { useSettings } from './layout/settings.js';
import { useShortcuts } from './layout/shortcuts.js';
import { ModelPane } from './model/model-pane.js';
import { useRoutePart } from './routes.js';
import { SourcePane } from './source/source-pane.js';
import { useModel } from './answers/use-answer.js';
import { openWorkbench, WorkbenchContext, type Workbench } from './workbench.js';
import styles from './app.module.css';

const Start = lazy(async () => ({ default: (await import('./start/start.js')).Start }));

export function App() {
  useTheme();
  const asked = useRoutePart('case');
  const name = SERVED_CASE ?? asked;
  const [tries, setTries] = useState(0);
  const [opened, setOpened] = useState<Workbench | { readonly error: string } | null>(null);
  useEffect(() => {
    if (name === null) return;
    let wanted = true;
    let workbench: Workbench | null = null;
    openWorkbench(openStore(name)).then(
      (one) => {
        if (!wanted) one.close();
        else setOpened((workbench = one));
      },
      (error: unknown) => {
        if (wanted) setOpened({ error: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      wanted = false;
      workbench?.close();
      setOpened(null);
    };
  }, [name, tries]);
  const failed = opened !== null && 'error' in opened;
  // What was not there may be back when one comes back to the page.
  useEffect(() => {
    if (!failed) return;
    const again = (): void => setTries((before) => before + 1);
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [failed]);
  if (name === null)
    return (
      <Suspense fallback={null}>
        <Start />
      </Suspense>
    );
  if (opened === null) return <p className={styles.waiting}>Opening {name} …</p>;
  if ('error' in opened)
    return SERVED_CASE === null ? (
      <Suspense fallback={null}>
        <Start problem={opened.error} />
      </Suspense>
    ) : (
      <div className={styles.waiting}>
        <p role="alert">
          {name} cannot be opened: {opened.error}
        </p>
        <Button onPress={() => setTries(tries + 1)}>Try again</Button>
      </div>
    );
  return (
    <WorkbenchContext value={opened}>
      <Page />
    </WorkbenchContext>
  );
}

const Page = memo(function Page() {
  const [help, setHelp] = useState(false);
  useShortcuts({ help: () => setHelp(true) });
  return (
    <div className={styles.page}>
      <Title />
      <a className="skip-link" href="#pane-answers" onClick={skipTo('pane-answers')}>
        To the answers
      </a>
      <Header onHelp={() => setHelp(true)} />
      <CaseBanner />
      <Panes source={<SourcePane />} model={<ModelPane />} answers={<AnswersPane />} />
      <BottomBar />
      <LiveRegion />
      <Help isOpen={help} onClose={() => setHelp(false)} />
    </div>
  );
});

/** The address is taken by routes, so a skip link moves the focus itself. */
function skipTo(id: string): (event: { preventDefault(): void }) => void {
  return (event) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
}

/** Of the window. Apart from the page, which is not drawn anew for each model and each address. */
function Title() {
  const { title } = useView();
  const situation = useModel()?.situation.title;
  useEffect(() => {
    document.title = [title, situation, 'Standoff'].filter(Boolean).join(' · ');
  }, [title, situation]);
  return null;
}

function useTheme(): void {
  const theme = useSettings((settings) => settings.theme);
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
