import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

export const KOREA = readFileSync(
  new URL('../../cases/korea-2018/korea.standoff', import.meta.url),
  'utf8',
);

/**
 * Korea with three options as they are today: an eighth of its states. Every view has something to show
 * and every section of the report is there, in a third of the time.
 */
export const SMALLER_KOREA = `${KOREA}
never not (CN.intrigue and RU.intrigue and JP.rearm)
`;

/** Has the browser keep the smaller one in the place of Korea, as if the reader had written it. */
export async function keepSmallerKorea(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Open a file' }).waitFor();
  await page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('standoff', 1);
        opening.onerror = () => reject(new Error('not opened'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('cases', 'readwrite');
          writing.objectStore('cases').put({ name: 'korea-2018', files: { situation: text } });
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    SMALLER_KOREA,
  );
}
