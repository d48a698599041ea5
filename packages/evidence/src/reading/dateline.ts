/** In the commoner languages that texts are read in; names in the case in which a date has them. */
const MONTHS = [
  'january jan januar jänner janvier enero gennaio janeiro januari января січня stycznia ledna januára ocak ianuarie ιανουαρίου يناير',
  'february feb februar février febrero febbraio fevereiro februari февраля лютого lutego února februára şubat februarie φεβρουαρίου فبراير',
  'march mar märz mars marzo março maart marec марта березня marca března mart martie μαρτίου مارس',
  'april apr avril abril aprile апреля квітня kwietnia dubna apríla nisan aprilie απριλίου أبريل',
  'may mai mayo maggio maio mei maj мая травня maja května mája mayıs μαΐου مايو',
  'june jun juni juin junio giugno junho июня червня czerwca června júna haziran iunie ιουνίου يونيو',
  'july jul juli juillet julio luglio julho июля липня lipca července júla temmuz iulie ιουλίου يوليو',
  'august aug août agosto augustus augusti августа серпня sierpnia srpna augusta ağustos αυγούστου أغسطس',
  'september sep sept septembre septiembre settembre setembro сентября вересня września září septembra eylül septembrie σεπτεμβρίου سبتمبر',
  'october oct oktober okt octobre octubre ottobre outubro октября жовтня października října októbra ekim octombrie οκτωβρίου أكتوبر',
  'november nov novembre noviembre novembro ноября листопада listopada listopadu novembra kasım noiembrie νοεμβρίου نوفمبر',
  'december dec dezember dez décembre diciembre dicembre dezembro декабря грудня grudnia prosince decembra aralık decembrie δεκεμβρίου ديسمبر',
].map((names) => names.split(' '));
const MONTH = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const NAME = [...MONTH.keys()].sort((a, b) => b.length - a.length).join('|');

/** The first that matches counts. Groups y, m, d; m is a number or a name. */
const FORMS = [
  /(?<![\d-])(?<y>\d{4})-(?<m>\d{2})(?:-(?<d>\d{2}))?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)/u,
  /(?<!\d)(?<y>\d{4})(?:[年년/.]\s?)(?<m>\d{1,2})(?:[月월/.]\s?)(?<d>\d{1,2})[日일]?(?!\d)/u,
  new RegExp(
    String.raw`(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(?<m>${NAME})(?!\p{L})\.?,?\s+(?:de\s+|del\s+)?(?<y>\d{4})(?!\d)`,
    'iu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?<m>${NAME})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})(?!\d)`,
    'iu',
  ),
  new RegExp(String.raw`(?<!\p{L})(?<m>${NAME})\.?,?\s+(?:de\s+)?(?<y>\d{4})(?!\d)`, 'iu'),
  /(?<![\d.])(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})(?!\d)/u,
];

/** Which of the two is the day, "03/04/2022" does not say. */
const NUMBERS = /(?<![\d/-])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/-])/u;

export interface FoundDate {
  /** "2018-04-27", "2018-04", "2018". */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The first date written out in a short text; none where only day and month are given. Of one in numbers
 * that may be read in two ways the year.
 */
export function findDate(text: string): FoundDate | null {
  for (const form of FORMS) {
    const match = form.exec(text);
    const groups = match?.groups;
    if (!match || !groups) continue;
    const date = isoDate(groups['y'], groups['m'], groups['d']);
    if (date !== null) return { date, start: match.index, end: match.index + match[0].length };
  }
  const match = NUMBERS.exec(text);
  if (!match) return null;
  const [, one, , other, year] = match;
  const ways = new Set([isoDate(year, other, one), isoDate(year, one, other)]);
  ways.delete(null);
  const [date] = ways;
  if (date === undefined || date === null) return null;
  return {
    date: ways.size === 1 ? date : year,
    start: match.index,
    end: match.index + match[0].length,
  };
}

function isoDate(y: string, m: string, d: string | undefined): string | null {
  const year = Number(y);
  const month = /^\d+$/u.test(m) ? Number(m) : (MONTH.get(m.toLowerCase()) ?? 0);
  if (year < 1000 || year > 2999 || month < 1 || month > 12) return null;
  const yearMonth = `${y}-${String(month).padStart(2, '0')}`;
  if (d === undefined) return yearMonth;
  const day = Number(d);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const most = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= most ? `${yearMonth}-${String(day).padStart(2, '0')}` : null;
}

/** A date from a file's metadata, as written there: full, month or year; null where it is none. */
export function metadataDate(value: string): string | null {
  const text = value.trim().slice(0, 60);
  const pdf = /^D:(\d{4})(\d{2})?(\d{2})?/u.exec(text);
  if (pdf) return pdf[2] === undefined ? pdf[1] : isoDate(pdf[1], pdf[2], pdf[3]);
  return findDate(text)?.date ?? (/^[12]\d{3}$/u.test(text) ? text : null);
}
