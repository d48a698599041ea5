import { useEffect } from 'react';
import { useDesk, useModel } from '../answers/use-answer.js';
import { go, useRoutePart } from '../routes.js';
import { fitDrawers, showPane, useSettings, type Drawer } from './settings.js';

/** What of the address is shown in which drawer. */
const SHOWN_IN = { source: 'paragraph', model: 'element' } as const;

/**
 * Opens a drawer where the address selects something in it, and the model where its text could never be
 * read. Folded away, it selects nothing there any
 * more: the same link opens it again.
 */
export function useDrawers(): void {
  const paragraph = useRoutePart('paragraph');
  const element = useRoutePart('element');
  useEffect(() => {
    if (paragraph !== null) showPane('source');
  }, [paragraph]);
  useEffect(() => {
    if (element !== null) showPane('model');
  }, [element]);
  const broken = useDesk((desk) => desk.broken && desk.read === desk.version);
  const unread = useModel() === null && broken;
  useEffect(() => {
    if (unread) showPane('model');
  }, [unread]);
  useEffect(
    () =>
      useSettings.subscribe(({ open }, before) => {
        for (const drawer of Object.keys(SHOWN_IN) as Drawer[])
          if (before.open[drawer] && !open[drawer]) go({ [SHOWN_IN[drawer]]: null }, 'replace');
      }),
    [],
  );
  useEffect(() => {
    fitDrawers();
    window.addEventListener('resize', fitDrawers);
    return () => window.removeEventListener('resize', fitDrawers);
  }, []);
}
