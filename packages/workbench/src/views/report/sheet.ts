import type { ReportSheet } from '@standoff/document';
import { roving } from '../../design/roving.js';

/**
 * Shows a report in a shadow tree of an element, apart from the styles of the page. Styles are put in
 * as objects, for the policy of the server allows none within the HTML.
 * @returns takes back what the page was given for printing
 */
export function showSheet(host: HTMLElement, { css, pageCss, body }: ReportSheet): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styleSheet(css)];
  root.innerHTML = body.replaceAll(' style="--least:', ' data-least="');
  for (const drawing of root.querySelectorAll<HTMLElement>('[data-least]'))
    drawing.style.setProperty('--least', drawing.dataset['least'] ?? '');
  // The page has landmarks of its own.
  for (const part of root.querySelectorAll('header, footer'))
    part.setAttribute('role', 'presentation');
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]'))
    if (!link.getAttribute('href')!.startsWith('#')) {
      link.target = '_blank';
      link.rel = 'noreferrer';
    }
  const follow = (event: Event): void => scrollWithin(root, event);
  root.addEventListener('click', follow);
  const still = roving(root.querySelector('div'));
  const page = styleSheet(pageCss);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
  return () => {
    root.removeEventListener('click', follow);
    still?.();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== page);
  };
}

/** A link within the report leads to its place; the part of the address behind # says the view. */
function scrollWithin(root: ShadowRoot, event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const address = link?.getAttribute('href') ?? '';
  if (!address.startsWith('#')) return;
  event.preventDefault();
  const place = root.getElementById(decodeURIComponent(address.slice(1)));
  if (place === null) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: 'start' });
}

function styleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
