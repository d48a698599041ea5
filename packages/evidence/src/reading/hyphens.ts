/** A word cut at the end of a line. */
const CUT = /[\p{L}\d.’')][-\u2010]\n\s{0,200}[\p{L}\d]/u;

/** An address cut at the end of a line: no space belongs into it. */
const ADDRESS =
  /(?:https?:\/\/|www\.)\S{0,300}[-./_=?&]$|[\w.+-]{1,64}@[\w-]{1,64}[.-]$|[\w.+-]{1,64}@$/u;

/** The longest half of a cut word that is looked up. */
const LONGEST = 40;

/** First halves that keep their hyphen. */
const BEFORE =
  /^(?:self|vice|non|anti|quasi|cross|mid|neo|pan|ultra|half|all|well|ill|low|high|long|short|far|near|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|\p{Lu}|e)$/iu;

/** "ex-president", but "ex-plain". */
const FORMER =
  /^(?:president|minister|chief|leader|mayor|soldier|officer|official|general|commander|ambassador|king|prime|premier|chancellor|governor|senator|secretary|spy|agent|director|husband|wife|partner|member|rebel|guerrilla|militant|communist|colon)/iu;

/** Second halves that keep theirs. */
const AFTER =
  /^(?:based|backed|led|run|owned|held|controlled|made|born|funded|financed|armed|powered|sponsored|supported|style|level|scale|range|wide|long|term|free|friendly|related|speaking|looking|minded|known|saving|lying|making|keeping|sharing|building|governing|governed|aligned|effective|intensive|oriented|driven|elect|in-law|of-the|to-be|rich|poor|like|wing|fire|sea|ranking|profile|sized|called|off)(?!\p{L})/iu;

/** First halves before which none of these does: "unknown", "overlooking", "stubborn". */
const GLUED =
  /^(?:un|re|in|im|dis|over|under|out|up|with|em|en|be|mis|de|ar|al|ap|stub|fore|inter|sub|super|trans|con|com)$/iu;

/** "three-year", "40-day", "all-day", but "Thursday". */
const SPAN = /^(?:old|year|month|week|day|hour|mile|minute|party)s?(?!\p{L})/iu;
const COUNTED =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|several|multi|half|full|all|per|present|year)$/iu;

/** "face-to-face", "state-of-the-art": words of several hyphens. */
const SMALL_WORDS = 'to|of|in|on|by|and|the|a|an|for|at|as|up|off|out|or|de|du|la|le|en';
const FIRST_OF_MORE = new RegExp(`^(?:${SMALL_WORDS})-\\p{L}`, 'iu');
const LAST_OF_MORE = new RegExp(`-(?:${SMALL_WORDS})$`, 'iu');

/** Family names before Korean and Chinese given names, of two syllables with a hyphen between. */
const FAMILY =
  /(?:^|\s)(?:Kim|Lee|Park|Pak|Choi|Choe|Chung|Jung|Jeong|Cho|Jo|Kang|Yoon|Yun|Jang|Chang|Lim|Han|Seo|Shin|Kwon|Hwang|Yu|Hong|Moon|Mun|Bae|Baek|Roh|Nam|Ban|Ri|Ro|Hyon|Thae|Tsai|Lai|Ma|Chiang|Sun|Wang|Chen|Wu)\s$/u;
const SYLLABLE = /^[^\P{L}aeiouy]{0,3}[aeiouyw]{1,3}(?:n|ng|k|m|l|p|t|h)?$/iu;

/** Second halves that keep theirs in French. */
const AFTER_FRENCH =
  /^(?:être|dire|mêmes?|là|ci|t|ils?|elles?|on|je|tu|nous|vous|ce|moi|toi|les?|la|lui|leurs?|y|en)(?!\p{L})/u;

/** Ends of words that are no words: what stands before them was cut. */
const ENDING =
  /^(?:[tsg]ions?|ments?|ness|[bdgklmnprst]{1,2}ers?|[bcdgklmnprstv]{1,2}ing|i?ties|i?ty|[ae]nces?|[ai]ble|[ai]bly|ally|tives?|sive|ous|[ct]ial|tures?|[dt]?ed|ized|ised|ly|cy|sis|tic|tical|als?)(?!\p{L})/u;

/**
 * Puts words together that a line end cuts at a hyphen. The rest of the text decides whether the hyphen
 * belongs to the word ("well-known") or to the line ("disman-tling"); where it has neither form, it stays
 * before capitals and digits, in addresses and in words that are written with it. Otherwise it goes from a
 * typeset text, and from a typed one that is not English or where the second half is no word.
 */
export function mendHyphens(texts: readonly string[], typeset: boolean): string[] {
  if (!texts.some((text) => CUT.test(text) || /[@/.]\S{0,300}\n/u.test(text))) return [...texts];
  const words = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(/\p{L}+(?:[-\u2010]\p{L}+){0,4}/gu)) {
      if (match[0].length <= 2 * LONGEST)
        words.add(match[0].toLowerCase().replace(/\u2010/gu, '-'));
    }
  }
  return texts.map((text) =>
    withAddresses(text).replace(
      /(?<=[\p{L}\d.’')])[-\u2010]\n\s{0,200}(?=[\p{L}\d])/gu,
      (cut: string, at: number, whole: string) => {
        const from = at + cut.length;
        const line = whole.slice(Math.max(0, at - LONGEST), at);
        const before = /[\p{L}\d]*$/u.exec(line)![0];
        return between(
          before,
          whole.slice(from, from + 2 * LONGEST),
          line.slice(0, line.length - before.length),
          words,
          typeset,
        );
      },
    ),
  );
}

/** What stands between the halves of a cut word, `line` before it. */
function between(
  before: string,
  rest: string,
  line: string,
  words: ReadonlySet<string>,
  typeset: boolean,
): string {
  const after = /^[\p{L}\d]*/u.exec(rest)![0];
  // "U.S.-led".
  if (before === '' || FIRST_OF_MORE.test(rest) || LAST_OF_MORE.test(line + before)) return '-';
  if (/^[\p{Lu}\d]/u.test(after) || /\d$/u.test(before)) return '-';
  if (words.has(`${before}${after}`.toLowerCase())) return '';
  if (words.has(`${before}-${after}`.toLowerCase())) return '-';
  // "pre- and post-war": the second half comes later.
  if (/^(?:and|or|to|und|oder|bis|et|ou|y|o|e)\s.{0,30}?\p{L}-\n?\s*\p{L}/u.test(rest)) return '- ';
  if (BEFORE.test(before) || (AFTER.test(rest) && !GLUED.test(before))) return '-';
  if (COUNTED.test(before) && SPAN.test(rest)) return '-';
  if (FAMILY.test(line) && SYLLABLE.test(before) && SYLLABLE.test(after)) return '-';
  if (/^ex$/iu.test(before) && FORMER.test(rest)) return '-';
  const english = words.has('the');
  if (!english && words.has('les') && AFTER_FRENCH.test(rest)) return '-';
  // Few other languages write words with a hyphen within.
  return typeset || !english || ENDING.test(rest) ? '' : '-';
}

/** Addresses that a line end cuts after a hyphen, a point or a slash. */
function withAddresses(text: string): string {
  let whole = '';
  for (const line of text.split('\n')) {
    const last = /\S{1,400}$/u.exec(whole.slice(-400))?.[0] ?? '';
    whole +=
      whole !== '' &&
      ADDRESS.test(last) &&
      /^\s*[\w/?&=#%-]/u.test(line) &&
      isAddressRest(line, last)
        ? line.trimStart()
        : (whole === '' ? '' : '\n') + line;
  }
  return whole;
}

/** "See www.example.org." ends a sentence; what goes on begins small or holds more of an address. */
function isAddressRest(line: string, before: string): boolean {
  const word = /^\s*(\S{1,300})/u.exec(line)![1];
  return !before.endsWith('.') || /@[\w-]+\.$/u.test(before) || /[./=?]\S/u.test(word);
}
