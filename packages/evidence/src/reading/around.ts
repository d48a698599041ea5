import { oneLine } from './block.js';
import type { Element } from './elements.js';
import type { Page } from './page-tree.js';

/** What is never part of a text. */
const NOT_TEXT = [
  'script,object,embed,canvas,video,audio,select,dialog,[hidden],[aria-hidden="true"]',
  '[role=dialog],[role=alertdialog],[aria-modal=true],#toc,#siteSub,#contentSub,#comments',
].join(',');
const HIDDEN =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])|(?:left|right|top|text-indent|margin-left)\s*:\s*-\d{4,}(?:px)?|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01])/iu;

/** Names that pages give to boxes beside their text. */
const NAMES = [
  // What only programs read aloud, and what is shown over the page.
  'sr-?only|(?:visually|visibly)-?hidden|screen-?reader|assistive|tooltip|modal|pop-?up|lightbox',
  // What the page is sold with.
  'newsletter|paywall|subscribe|subscription|sign-?up|promo|advert|ads?|sponsored',
  'social|share|sharing|related|recirc|recommended|more-(?:on|stories)|read-?(?:more|next|also)',
  'pull-?quote|comments?|tags',
  // What encyclopaedias put around their articles.
  'hatnote|dablink|homonymie|disambig|infobox|navbox|vertical-navbox|sidebar|ambox|mbox|noprint|toc',
  'bandeau|sistersite|sister|shortdescription|mw-(?:editsection|cite-backlink|jump-link)|catlinks',
  'printfooter|portal|pg-?boilerplate',
].join('|');
const PARTS =
  '(?:text|box|block|list|links?|form|banner|container|wrapper|section|widget|buttons?|bar|slot|unit|posts?|articles?|stories|content|signup|focusable|portail|v?\\d+|x)';
const BOXES = new RegExp(`^(?:${NAMES})(?:[-_]?${PARTS}){0,2}$`, 'iu');
/** More than this share of the words is no box beside them. */
const MOST_OF_PAGE = 0.4;

/** Names of the boxes that ask for consent, and what they say. */
const CONSENT =
  /cookie|gdpr|ccpa|consent|onetrust|didomi|trustarc|usercentrics|sp_message|privacy-?(?:banner|notice|wall|popup|overlay)/iu;
/** What is stored, who asks, and what one is asked for: a notice has all three, and quotes nobody. */
const STORED =
  /\bcookies?\b|куки|файл\p{L}* cookie|çerez|クッキー|쿠키|ملفات تعريف الارتباط|עוגיות|ciasteczk|\bpersonal data\b.{0,120}\bdevice\b/iu;
const ASKS =
  /\b(?:we|our|us|you|your|this (?:web)?site|wir|unsere[rn]?|nous|notre|ce site|usamos|utilizamos|nuestr[ao]s?|este sitio|utilizziamo|usiamo|questo sito|wij|onze|deze (?:web)?site|vi|vår|vores|używamy|nasz[aey]?|ta strona|usamos|nosso)\b|(?<!\p{L})(?:мы|наш|этот сайт|ми|цей сайт|biz|bu (?:web )?site|当社|私たち|本网站|我们|저희|نستخدم|אנו)/iu;
const CHOICE =
  /accept|refus|reject|agree|consent|setting|preference|polic|best experience|improve|zustimm|einwillig|einstellung|datenschutz|verbesser|paramètre|confidentialité|configur|privacidad|aceptar|mejorar|accett|informativa|consenso|akkoord|instelling|voorkeur|samtyck|inställning|indstilling|zgod|prywatno|соглас|настройк|налаштуван|kabul|ayarlar|同意|설정|동의|موافق|מסכי/iu;
const QUOTED = /[“”„«»「『]|(?:^|\s)["‘']\p{L}/u;
const LONGEST_CONSENT = 1500;

/** Takes out of a page what is hidden, shown over its text, or in a box beside it. */
export function removeAround(page: Page): void {
  for (const element of page.querySelectorAll(NOT_TEXT)) element.remove();
  for (const element of page.querySelectorAll('[style]')) {
    if (HIDDEN.test(element.getAttribute('style')!)) element.remove();
  }
  const most = page.body.textContent.length * MOST_OF_PAGE;
  for (const element of page.querySelectorAll('[class]')) {
    const named = element.className.split(/\s+/u).some((name) => BOXES.test(name));
    if (named && !holdsText(element) && element.textContent.length <= most) element.remove();
  }
  removeConsent(page);
  for (const list of page.querySelectorAll('ul,ol'))
    if (isContents(list) && list.textContent.length <= most) list.remove();
}

function holdsText(element: Element): boolean {
  return (
    /^(?:html|body|main|article)$/u.test(element.localName) ||
    element.querySelector('h1,article,main') !== null
  );
}

/** Notices about cookies, however long: they hold no heading of the page, and are not all there is. */
function removeConsent(page: Page): void {
  for (const element of page.querySelectorAll('div,section,aside,p')) {
    if (holdsText(element)) continue;
    const named = CONSENT.test(`${element.className} ${element.id}`);
    const text = named ? '' : element.textContent;
    if (
      (named || asksConsent(text)) &&
      oneLine(page.body.textContent) !== oneLine(element.textContent)
    )
      element.remove();
  }
}

function asksConsent(text: string): boolean {
  if (text.length >= LONGEST_CONSENT || QUOTED.test(text)) return false;
  const start = text.slice(0, 300);
  return STORED.test(start) && ASKS.test(start) && CHOICE.test(start);
}

/** Nothing but links to places of the page. */
function isContents(list: Element): boolean {
  const links = [...list.querySelectorAll('a[href^="#"]')];
  const words = links.reduce((sum, link) => sum + oneLine(link.textContent).length, 0);
  return links.length > 1 && words > 0.9 * oneLine(list.textContent).length;
}
