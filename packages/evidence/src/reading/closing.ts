import { countWords, type Block } from './block.js';
import { closes } from './sentence.js';

export type ClosingKind = 'related' | 'contact' | 'note';

const RELATED =
  /^(?:(?:the\s+)?(?:author|editors?|we|staff)\s+(?:also\s+)?recommends?\b|(?:related|recommended|similar|suggested)\s+(?:articles?|contents?|stor(?:y|ies)|links?|readings?|coverage|posts?|topics?|reports?|publications?|documents?|pages?|for you|by)\b|related:?$|recommended:?$|see\s+also\b|read\s+(?:more|also|next|on|this next|the full)\b|(?:also|more)\s+(?:on|from|by|in|about|read|stories|coverage|articles?|to read)\b|further\s+(?:reading|information on)\b|(?:you\s+(?:may|might|could)|readers?)\s+(?:also\s+)?(?:be\s+interested|like|enjoy|want)|(?:you\s+)?(?:may|might)\s+also\s+like|what\s+to\s+read\s+next|most\s+(?:read|popular|viewed|shared)\b|don[’']t\s+miss\b|in\s+(?:this|the same)\s+series\b|up\s+next\b|next\s+article|previous\s+article|tags?:|topics?:|filed\s+under|keywords?:|advertisement$|share\s+(?:this|on)\b|on\s+the\s+same\s+(?:subject|topic)|lire\s+aussi|à\s+lire|mehr\s+zum\s+thema|lesen\s+sie\s+auch|weiterlesen)/iu;
const CONTACT =
  /^(?:to\s+(?:contact|reach|subscribe|donate|comment|unsubscribe|get\s+in\s+touch|join|support)\b|contacts?(?:\s+(?:us|information|details|the\s+\p{L}+))?:|contacts?(?:\s+us)?$|(?:for\s+)?(?:media|press)\s+(?:contacts?|enquir|inquir|office|quer)|for\s+(?:more|further|additional)\s+information\b|(?:please\s+)?follow\s+(?:us|the author|him|her|them|@)|subscribe\b|sign\s+up\b|newsletter\b|e-?mail:|tel(?:ephone)?[.:]|phone:|fax:|about\s+(?:the\s+)?(?:authors?|us)\b|donate\b|support\s+(?:our|us)\b|(?:this|the)\s+(?:article|report|story|text|piece|commentary|essay|work)\s+(?:(?:was|is|has\s+been|first|originally)\s+){1,3}(?:published|appeared|licen[cs]ed|available|reprinted|produced)|first\s+published\s+(?:in|by|at)|(?:re)?print(?:ed)?\s+(?:with|by)\s+permission|republish|(?:©|\(c\)|copyright)|all\s+rights\s+reserved|some\s+rights\s+reserved|licen[cs]ed\s+under|creative\s+commons|cc[\s-]by|terms\s+of\s+(?:use|service)|privacy\s+policy|ISSN\b|ISBN\b|disclaimer\b|kontakt|impressum|©)/iu;
const RIGHTS =
  /all\s+rights\s+reserved|©\s*\d{4}|copyright\s+(?:©|\(c\)|\d{4})|creative\s+commons\s+(?:licen[cs]e|attribution)/iu;
const ADDRESS = /(?:https?:\/\/|www\.)\S|[\w.+-]{1,64}@[\w-]{1,64}\.\p{L}/u;
const LINK_LINE =
  /^(?:\[[^\]]{0,300}\]\([^)]{0,600}\)|<?(?:https?:\/\/|www\.)\S{1,600}>?|\[?\d{1,2} \p{L}+ \d{4}\]?)$/u;
const NOTES =
  /^(?:(?:end|foot)?notes?|(?:list\s+of\s+)?references|bibliography|works\s+cited|sources(?:\s+cited)?|literature|anmerkungen|fußnoten|literatur)\s*:?$/iu;
const NOTE =
  /^(?:\[\d{1,3}\]|\[\^?[\w-]{1,20}\]|[\u00B9\u00B2\u00B3\u2070-\u2079]{1,3}|\^|\*\s?\p{L}|†|\d{1,3}[.)]?\s)/u;

/** A line that begins a list of other texts: "The author also recommends", "Read more: …". */
export function isRelatedCue(text: string): boolean {
  const words = countWords(text, 26);
  if (words > 25 || !RELATED.test(text)) return false;
  // "See also how little …, he said." is a sentence.
  return words <= 8 || !/[.][”"’')]?$/u.test(text) || /^[^.]{0,50}:/u.test(text);
}

/** A link or the date of a link, alone. */
export function isLinkLine(text: string): boolean {
  return text.length <= 900 && LINK_LINE.test(text);
}

/**
 * What each of the blocks at the end is, when they are no body any more: the longest run, up to the
 * end of the text, of related links, contact and licence lines, and notes.
 *
 * @returns one kind for each block of the run; the run is as long as the array
 */
export function findClosing(blocks: readonly Block[]): ClosingKind[] {
  let run: ClosingKind[] = [];
  let state: ClosingKind | null = null;
  for (const { text, kind } of blocks) {
    state = kind === 'note' ? 'note' : leads(text, kind) ? null : next(text, state);
    if (state === null) run = [];
    else run.push(state);
  }
  // Not everything: a text has a body.
  return run.length === blocks.length ? [] : run;
}

/** "Bob <bob@example.org> wrote:": something follows. */
function leads(text: string, kind: Block['kind']): boolean {
  return kind === 'heading' && /[:：]$/u.test(text) && ADDRESS.test(text);
}

function next(text: string, state: ClosingKind | null): ClosingKind | null {
  const start = text.slice(0, 400);
  const words = countWords(text, 121);
  if (words <= 4 && NOTES.test(start)) return 'note';
  if (state === 'note' && words <= 120 && isNote(start)) return 'note';
  if (isRelatedCue(start) && words <= 25) return 'related';
  if (words <= 60 && CONTACT.test(start) && isContact(start, words)) return 'contact';
  if (words <= 80 && RIGHTS.test(start)) return 'contact';
  if (words <= 25 && state !== 'related' && (isLinkLine(start) || ADDRESS.test(start)))
    return 'contact';
  if (/^(?:\[\d{1,3}\]|[\u00B9\u00B2\u00B3\u2070-\u2079]{1,3})\s?\S/u.test(start)) return 'note';
  if (
    state !== null &&
    state !== 'note' &&
    words <= 25 &&
    (isLinkLine(start) || !closesAsProse(text))
  ) {
    return state;
  }
  return null;
}

/** "Contact", "To contact": a heading or a request, not the first word of a sentence about something. */
function isContact(text: string, words: number): boolean {
  if (
    !/^(?:to|contacts?|subscribe|donate|support|newsletter|for|follow|about|disclaimer|republish)\b/iu.test(
      text,
    )
  ) {
    return true;
  }
  return (
    words <= 6 ||
    ADDRESS.test(text) ||
    /:$/u.test(text) ||
    /\b(?:visit|write|call|e-?mail|click|see|please|go to|here|newsletter|us at|office)\b/iu.test(
      text,
    )
  );
}

function isNote(text: string): boolean {
  return (
    NOTE.test(text) ||
    ADDRESS.test(text) ||
    /\b(?:1[5-9]|20)\d{2}\b|\bibid\b|\bop\. cit\b/iu.test(text)
  );
}

function closesAsProse(text: string): boolean {
  return closes(text) && /[.。۔]["'”’»)]?$/u.test(text.slice(-3));
}
