import { countWords } from './block.js';
import { findDate, type FoundDate } from './dateline.js';

/** A time of day, in the ways in which it stands beside a date. */
const CLOCK = new RegExp(
  [
    String.raw`\bT?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?Z?(?:\s*[ap]\.?m\.?(?!\p{L}))?(?:\s+uhr)?`,
    String.raw`\b\d{1,2}\s?h\s?(?:\d{2})?\b`,
    String.raw`\b\d{1,2}\s*[ap]\.?m\b\.?`,
    String.raw`(?:上午|下午|午前|午後|오전|오후)?\s?\d{1,2}\s?[时時点시]\s?(?:\d{1,2}\s?[分분])?`,
  ].join('|'),
  'giu',
);
/** What is said of when a text was published or changed. */
const LABEL =
  /^(?:first\s+)?(?:published|posted|updated|issued|released|last\s+(?:updated|modified)|date|on|at|publiée?|mise?\s+à\s+jour|veröffentlicht|aktualisiert|stand|publicad[oa]|actualizad[oa]|atualizad[oa]|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret|julkaistu|päivitetty|zveřejněno|publikováno|opublikowano|aktualizacja|data\s+publikacji|közzétéve|frissítve|publicat|yayınlanma|güncelleme|giriş|δημοσιεύτηκε|опубликовано|опубліковано|обновлено|оновлено|تاريخ\s+النشر|نشر\s+في|نُشر\s+في|آخر\s+تحديث|פורסם|עודכן|प्रकाशित|अपडेटेड|diterbitkan|dipublikasikan|发布|發布|发表|更新于|更新時間|入力|更新|公開|입력|수정|등록|승인)(?!\p{L})/iu;
/** Words that stand beside dates and say nothing else. */
const WORDS = new RegExp(
  [
    LABEL.source + String.raw`\s*(?:on|at|le|am|em|op|el|il)?(?!\p{L})\s*:?`,
    String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b\.?`,
    String.raw`(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:à|um|uhr|a\s+las|alle|às|ore|hs?|року|года|году|рік|г|р|r)(?!\p{L})\.?`,
    String.raw`(?<!\p{L})(?:at|kl|klo|om|o\s+godz|ngày)\b\.?(?=\s*\d|$)`,
    String.raw`(?<!\d)\d{1,3}[\s-]min(?:ute)?s?\.?\s+read\b|(?<!\p{L})lesedauer\s*:?\s*\d{1,3}\s+min(?:uten)?\.?`,
    String.raw`\b(?:GMT|UTC|BST|[ECMP][SD]?T|(?:CE|EE|WE)S?T|MSK|[IJK]ST|HKT|SGT|SAST|A[CEW][SD]T|NZ[SD]T|WIB|local\s+time)\b(?:\s?[+-]\d{1,2}(?::?\d{2})?)?`,
    String.raw`(?<=\s)(?:last\s+)?(?:updated|modified|aktualisiert|mise?\s+à\s+jour|actualizado|aggiornato)\b\s*:?`,
  ].join('|'),
  'giu',
);
/** Above many texts there is a line of no author and no full date. */
const FURNITURE =
  /^(?:(?:last\s+)?(?:updated|published|posted|modified)\s+(?:\d{1,2}|an?|one|yesterday|today)\b.{0,30}|\d{1,3}\s*[- ]?min(?:ute)?s?\.?\s+(?:read|lecture|lesezeit).{0,20}|(?:read|reading\s+time)\s*:?\s*\d{1,3}\s+min.{0,12}|lesezeit.{0,20}|listen\b.{0,20})$/iu;
/** Dates of a calendar that is not reckoned into the common one. */
const OTHER_CALENDAR =
  /^\p{Nd}{1,2}\s+(?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند|محرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذو)(?:\s+\p{L}+)?\s+\p{Nd}{4}(?:\s*هـ)?$/u;

/** Beside a date with a time of day, or with a label, may stand so many words more: an outlet, a place. */
const MOST_BESIDE = 6;
const LONGEST_BESIDE = 60;

/** A line of the kind that has a date, though none that can be reckoned. */
export function isDateless(text: string): boolean {
  return FURNITURE.test(text) || OTHER_CALENDAR.test(text);
}

/** What a line says beside its dates: without these, the time of day and the words that go with them. */
export function besideDates(text: string, first: FoundDate): string {
  return withoutDates(text, first).replace(WORDS, ' ').replace(CLOCK, ' ').replace(WORDS, ' ');
}

/** Whether what stands beside a date in a line leaves it a line of dates. */
export function isBesideDate(rest: string, text: string, found: FoundDate): boolean {
  if (/[!?;]/u.test(rest) || endsSentence(text)) return false;
  const words = countWords(rest, MOST_BESIDE + 1);
  if (rest.length < 30 && words <= 1) return true;
  const timed = withoutDates(text, found).search(CLOCK) >= 0;
  const before = text.slice(0, found.start).trim();
  const labelled = LABEL.test(text) || (/[:：]$/u.test(before) && countWords(before, 4) <= 3);
  return (timed || labelled) && words <= MOST_BESIDE && rest.length <= LONGEST_BESIDE;
}

/** A line may say when a text was published and when it was changed. */
function withoutDates(text: string, first: FoundDate): string {
  let rest = text;
  let found: FoundDate | null = first;
  for (let count = 0; found !== null && count < 3; count++) {
    rest = rest.slice(0, found.start) + ' ' + rest.slice(found.end);
    found = findDate(rest);
  }
  return rest;
}

/** A full stop after a word: a sentence, however short. */
function endsSentence(line: string): boolean {
  return /\p{L}{5}\.$/u.test(line);
}
