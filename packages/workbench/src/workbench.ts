import { createContext, use, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { Desk } from './answers/desk.js';
import type { CaseFiles, CaseStore } from './case-store.js';
import { SituationDocument } from './document/document.js';
import { draftPlace } from './document/drafts.js';
import { Saving, type SaveState } from './document/saving.js';
import type { CaseSources, SourcesState } from './source/case-sources.js';
import { CaseVariants, type VariantsState } from './variants/case-variants.js';

/** An open case: its files, its text, and the answers to it. */
export interface Workbench {
  readonly store: CaseStore;
  /** The files as they were when the case was opened. */
  readonly files: CaseFiles;
  readonly document: SituationDocument;
  readonly saving: Saving;
  readonly desk: Desk;
  /** The texts of the sources, annotations, decisions: loaded when they are first asked for, once. */
  readonly sources: () => Promise<CaseSources>;
  /** The what-ifs that are kept beside the situation. */
  readonly variants: CaseVariants;
  close(): void;
}

export async function openWorkbench(store: CaseStore): Promise<Workbench> {
  const desk = new Desk(
    () =>
      new Worker(new URL('./answers/worker.ts', import.meta.url), {
        type: 'module',
      }),
  );
  // Its worker is loaded while the files are.
  desk.begin();
  try {
    return await opened(store, desk);
  } catch (error) {
    desk.close();
    throw error;
  }
}

async function opened(store: CaseStore, desk: Desk): Promise<Workbench> {
  const files = await store.load();
  const document = new SituationDocument(files.situation.text);
  const draft = await draftPlace(`${store.kind}:${store.id}`);
  const saving = new Saving(document, store, files.situation, draft);
  let sources: Promise<CaseSources> | null = null;
  const variants = new CaseVariants(store, files, files.situation.text.replace(/\r\n?/g, '\n'));
  desk.read(document.text);
  const stop = document.subscribe(() => {
    performance.mark('standoff:changed');
    desk.read(document.text);
  });
  return {
    store,
    files,
    document,
    saving,
    desk,
    sources: () => (sources ??= openSources(store, files)),
    variants,
    close() {
      stop();
      void saving.now();
      saving.close();
      desk.close();
      void sources?.then((one) => one.close());
      variants.close();
      document.detach();
    },
  };
}

/** The files are read anew, since somebody may have changed them, or taken as opened where they are out of reach. */
async function openSources(store: CaseStore, opened: CaseFiles): Promise<CaseSources> {
  const { CaseSources } = await import('./source/case-sources.js');
  return new CaseSources(store, await store.load().catch(() => opened));
}

export const WorkbenchContext = createContext<Workbench | null>(null);

/** The case that is open. Only within the workbench, not on the start page. */
export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === null) throw new Error('No case is open here.');
  return workbench;
}

/** The text of the situation as it stands. */
export function useText(): string {
  return useTextWhile(true);
}

/** The same as long as it is needed; empty otherwise. */
export function useTextWhile(isNeeded: boolean): string {
  const { document } = useWorkbench();
  return useSyncExternalStore(document.subscribe, () => (isNeeded ? document.text : ''));
}

export function useSaveState(): SaveState {
  const { saving } = useWorkbench();
  return useSyncExternalStore(saving.subscribe, () => saving.state);
}

/** Whether the place where the case lives answers. */
export function useReached(): boolean {
  const { saving } = useWorkbench();
  return useSyncExternalStore(saving.subscribe, () => saving.reached);
}

/** The sources of the case; suspends until they are loaded. */
export function useCaseSources(): CaseSources {
  return use(useWorkbench().sources());
}

/** Part of what is known of the sources; the selector gives the same object for the same state. */
export function useSources<T>(select: (state: SourcesState) => T): T {
  return useStore(useCaseSources().state, select);
}

/** Part of what is known of the variants; the selector gives the same object for the same state. */
export function useVariants<T>(select: (state: VariantsState) => T): T {
  return useStore(useWorkbench().variants.state, select);
}
