import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Puts axe into the page, where it is not there from an earlier look. */
async function loadAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
}

/** Rules of what the dark differs in: it has other colours, and nothing else (design/tokens.css). */
export const COLOURS: readonly string[] = ['color-contrast', 'link-in-text-block'];

/**
 * What axe objects to on a page, a line for each rule with the elements.
 * @param only the rules to look at; as a rule all
 */
export async function violationsOn(page: Page, only?: readonly string[]): Promise<string[]> {
  await loadAxe(page);
  return page.evaluate(
    async (rules) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      // Targets of 24 pixels, or in a sentence, or with room around: not looked at unless asked for.
      // Of what passes one element a rule is enough: to describe them all takes as long as to look.
      const asked = { resultTypes: ['violations' as const], selectors: false };
      const { passes, violations, incomplete } = await axe.run({
        ...asked,
        ...(rules ? { runOnly: rules } : { rules: { 'target-size': { enabled: true } } }),
      });
      // A rule that fails on what a drawing or a table has beyond the edge of a narrow page says nothing of
      // all the rest: that is looked at without them, and they are where there is room for them.
      const failed = (all: typeof incomplete): string[] =>
        all.filter((one) => 'error' in one && one.error).map(({ id }) => id);
      if (failed(incomplete).length > 0) {
        const rest = await axe.run(
          { exclude: ['svg', '[data-scrolls]'] },
          { ...asked, runOnly: failed(incomplete) },
        );
        passes.push(...rest.passes);
        violations.push(...rest.violations);
        if (failed(rest.incomplete).length > 0) return ['axe failed', ...failed(rest.incomplete)];
      }
      if (passes.length === 0) return ['axe looked at nothing'];
      return violations
        .map(({ id, nodes }) => ({
          id,
          // A tooltip is read out with what it is of, and needs no landmark around it.
          htmls: nodes
            .map(({ html }) => html)
            .filter((html) => id !== 'region' || !html.includes('role="tooltip"')),
        }))
        .filter(({ htmls }) => htmls.length > 0)
        .map(({ id, htmls }) => `${id}: ${htmls.map((html) => html.slice(0, 160)).join(' | ')}`);
    },
    only && [...only],
  );
}

/** Names that more than one of the elements that can be seen has, each as often as it stands there. */
export async function namesSharedBy(page: Page, selector: string): Promise<string[]> {
  await loadAxe(page);
  return page.evaluate((wanted) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    axe.setup(document.body);
    const names = [...document.querySelectorAll(wanted)]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => one.closest('[aria-hidden="true"]') === null)
      .map((one) => axe.commons.text.accessibleText(one));
    axe.teardown();
    return names.filter((name, k) => name === '' || names.indexOf(name) !== k);
  }, selector);
}
