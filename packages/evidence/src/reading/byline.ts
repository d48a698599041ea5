/** Who wrote a text, by the line above it that says so. */

const BY =
  /^(?:(?:written|reported|edited|story|analysis|text|words|opinion|comment|commentary|report|interview|review)\s+)?by:?\s+|^authors?:\s*/iu;
/** The same in other languages, where it may also begin a name. */
const BY_ELSEWHERE =
  /^(?:von|par|por|di|da|door|av|af|przez|od)\s+|^(?:autor(?:in|a)?|auteure?|autore|yazar|yazan|text|texte|texto|testo|tekst|haber|автор|текст|συντάκτης|συντάκτρια)\s?:\s*/iu;
/** After what says what the text is, or who its author is to the paper: only beside a date. */
const BY_LATER =
  /^(?:(?:da[il]?l?a? nostr[oa]|de (?:notre|nuestr[oa]|nosso|nossa)|door onze|von unsere[mr]|från vår)\s+\p{L}+|\p{L}+(?:\s+\p{L}+){0,3}\s(?:von|par|por|di|da|door|av|af|przez|od|by))\s+/iu;
/** "Haber: Ayşe Örnek": only beside a date, where a line may be labelled in any language. */
const LABEL = /^\p{L}[\p{L}\p{M}]{0,20}(?:\s[\p{L}\p{M}]{1,15})?\s?[:：]\s*/u;

const WORD = String.raw`[\p{L}\p{M}'’־-]+`;
/** "홍길동 기자", "记者 王小明", "بقلم أحمد مثال": names in scripts without capitals. */
const REPORTERS = [
  /^(?:\[[^\]]{1,20}\]\s*)?(\p{Lo}{2,12})\s?(?:기자|특파원|記者|记者)(?:\s*=)?(?:\s+\S+@\S+)?$/u,
  /^\p{Lo}{0,6}(?:记者|記者|기자|作者)(?:\s*[:：/／]\s*|\s+)(\p{Lo}{2,12}(?:\s\p{Lo}{2,4}){0,3})$/u,
  /^(?:记者|記者)(\p{Lo}{2,4})[／/]\p{Lo}{2,8}$/u,
  /^(?:撰文|文|글|글쓴이)(?:\s*[:：/／・·]\s*|\s+)(\p{Lo}{2,12})$/u,
  new RegExp(
    String.raw`^(?:بقلم|كتبت?|إعداد|تقرير|نویسنده|מאת|लेखक|लेखिका|द्वारा)\s*:?\s+(${WORD}(?:\s${WORD}){0,4})$`,
    'u',
  ),
];
/** Two to four words of a script without capitals, or the few letters of a name in Chinese or Japanese. */
const PLAIN_NAME =
  /^(?:(?!\p{Script=Han})\p{Lo}[\p{Lo}\p{M}'’־-]{0,14}(?:\s(?!\p{Script=Han})\p{Lo}[\p{Lo}\p{M}'’־-]{0,14}){1,3}|\p{Script=Han}{2,5}|\p{Script=Hangul}{2,4})$/u;

const PARTICLES = new Set(
  'de da van von der den al bin ibn and la le du di el zu af dos del ten ter'.split(' '),
);
/** Between the last two names of several. */
const AND = /\s+(?:and|und|et|y|e|en|och|og|i|и|й|та|ve|&)\s+/u;
/** How names of papers begin, not of people. */
const OUTLET = /^(?:the|le|la|les|der|die|das|el|il|de)\s/iu;

/** The names in a line that says by whom a text is; null where it is no such line. */
export function bylineAuthor(line: string): string | null {
  const by = after(BY, line);
  if (by !== null) return authorOf(by);
  const elsewhere = authorOf(after(BY_ELSEWHERE, line) ?? '');
  if (isNames(elsewhere)) return elsewhere;
  for (const form of REPORTERS) {
    const reporter = form.exec(line)?.[1];
    if (reporter !== undefined) return reporter;
  }
  return null;
}

/** The same of a line above or below a date, where a name alone is enough; null where it has none. */
export function authorNearDate(line: string): string | null {
  const said = bylineAuthor(line);
  if (said !== null) return said;
  const later = after(BY_LATER, line);
  const names = authorOf(later ?? '');
  if (isNames(names)) return names;
  const name = nameOf(line.replace(LABEL, ''));
  return isNames(name) || PLAIN_NAME.test(name) ? name : null;
}

/** What stands after such words, where it begins with a capital as a name does. */
function after(words: RegExp, line: string): string | null {
  const rest = line.replace(words, '');
  return rest !== line && /^\p{Lu}/u.test(rest) ? rest : null;
}

/** Before what the line says of the one who wrote: "Ann Example, Harbour correspondent", "Ann Example in Velm". */
export function nameOf(line: string): string {
  return line
    .split(/\s+[|•·—–-]\s+|,\s/u)[0]
    .replace(
      /\s+(?:in|for|at|à|en|aus|pour|für|para)\s+\p{Lu}.*$|\s+[(（][^()（）]{1,40}[)）]$/u,
      '',
    );
}

/** Two to five words with capitals and nothing but letters: how a name is written. */
export function isName(text: string): boolean {
  const words = text.split(' ', 9);
  return (
    words.length >= 2 &&
    words.length <= 8 &&
    text.length <= 80 &&
    !OUTLET.test(text) &&
    words.filter((word) => /^\p{Lu}/u.test(word)).length >= 2 &&
    words.every((word) => PARTICLES.has(word) || /^\p{Lu}[\p{L}\p{M}.'’-]*,?$/u.test(word))
  );
}

/** One name, or several of which the last stands after an "and". */
function isNames(text: string): boolean {
  return isName(text) || listed(text) !== null;
}

function listed(text: string): string | null {
  if (!AND.test(text) || text.length > 200) return null;
  const names = text.split(/,\s+/u).flatMap((part) => part.split(AND));
  return names.every((name) => isName(name.trim())) ? text : null;
}

function authorOf(text: string): string {
  const names = text.replace(/\s+(?:in|at|for)\s+\p{Lu}.*$|\s*[|•·].*$|\s+[—–-]\s.*$/u, '').trim();
  return listed(names) ?? names.replace(/,\s.*$/u, '').trim();
}
