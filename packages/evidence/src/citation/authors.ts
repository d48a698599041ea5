/** A person by parts, or a body or whoever else by the name as a whole. */
export type CitedName =
  | {
      /** The family name with its particle: "van der Berg". */
      readonly family: string;
      /** All given names: "Jae-in". */
      readonly given: string;
      /** "Jr.", "III"; missing where there is none. */
      readonly suffix?: string;
    }
  | {
      /** The name as it stands, where it has no parts or they cannot be told apart. */
      readonly literal: string;
    };

const BODY =
  /^the |\b(?:academy|administration|agency|alliance|armed forces|army|assembly|association|authority|bank|board|bureau|cabinet|centre|center|college|command|commission|committee|company|congress|corporation|council|coalition|court|delegation|department|embassy|federation|forum|foundation|fund|governments?|group|house|institute|institution|league|ministers?|ministry|mission|nations|network|news|office|organi[sz]ation|parliament|party|press|secretariat|senate|service|site|society|staff|times|union|university|volunteers|watch|crescent|rights|amnesty|militia|police|navy|air force|newsroom|correspondents|reporters|collective|laboratory|museum|trust|inc|ltd|llc|gmbh|plc|ministère|ministerium|ministerio|gobierno|consejo|comité|conseil|regierung|bundesamt|verband|agence|agencia|agenzia|agentur|\w*ministerium|ministero|ministerie|frontières|stiftung|verein|partei|partito|partido|gesellschaft|redaktion|universidad|universität|université)\b|редакция|министерство|агентство|комитет/i;
/** Family names that stand first where what follows are short syllables. */
const FIRST =
  /^(?:Ahn|Bae|Choe|Choi|Chung|Han|Hwang|Jang|Jeong|Jo|Jung|Kang|Kim|Ko|Kwon|Lee|Lim|Moon|Nam|No|Oh|Pak|Park|Ri|Roh|Ryu|Shin|Song|Yang|Yi|Yoo|Yoon|Yu)$/;

/** Agencies and broadcasters that are called by a name of their own. */
const AGENCIES =
  /^(?:AP|AFP|ANSA|BBC(?: News)?|Bloomberg|CBS|CNN|dpa|DW|EFE|Interfax|Kyodo|NBC|NPR|PTI|Reuters|TASS|UPI|Xinhua|Yonhap|Al Jazeera|Associated Press|Agence France-Presse)$/i;
/** "UNHCR": no person. */
const ACRONYM = /^\p{Lu}{2,7}$/u;

/** Between the last two of several; one of these words is part of some family names ("Ortega y Gasset"). */
const AND = /,? (?:and|&|und|with|mit) /;
const AND_ELSEWHERE = /(?<=\S \S+) (?:et|y|e|en|och|og|avec|con) (?=\S+ \S)/;
/** "Example AB": as lists of medicine name their authors. */
const INITIALS_LAST =
  /^(\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\p{Ll}[\p{L}'’-]*)?) (\p{Lu}{1,3}|(?:\p{Lu}\. ?){1,3})$/u;

/** Before and after a name. */
const TITLES =
  /^(?:h\.\s?c\.\s+|(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Rev|Hon|Gen|Col|Capt|Lt|Adm|Amb|Sen|Rep|Herr|Frau|Ing|Mag)\b\.?\s+|Professor\s+)+/;
const DEGREES =
  /,?\s+(?:Ph\.?\s?D|M\.?D|M\.?A|M\.?Sc|B\.?A|B\.?Sc|J\.?D|LL\.?[BM]|MBA|Esq|MP|MEP|QC|KC|OBE|CBE)\.?(?=,|$| and | &)/g;
const SUFFIX = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;
const PARTICLE =
  /^(?:van|von|vom|zu|zur|de|del|della|dello|der|den|di|da|dos|das|do|du|la|le|ter|ten|af|av|bin|ibn|al|el|st\.?)$/i;

/**
 * The names in an author line: "A and B", "A, B and C", "A; B". "Family, Given" says what is what, and
 * braces keep a name whole: "{Human Rights Watch}". Otherwise the last word is the family name, with the
 * particles before it, save for names such as "Moon Jae-in". What looks like a body, or is one word, stays
 * whole, and is parted from others by ";", where all are known agencies, or by an "and" between two that are
 * bodies each by itself. Titles, degrees,
 * "By" and the place after "in" are no part of a name.
 */
export function citedNames(author: string): CitedName[] {
  const line = author
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^by:? (?=\p{Lu})/iu, '');
  if (line === '') return [];
  const held: string[] = [];
  const named = line.replace(
    /\{([^{}]*)\}/g,
    (_, name: string) => `\uE000${held.push(name.trim()) - 1}\uE000`,
  );
  const parts = split(named)
    .map((part) => part.replace(/^and /, '').trim())
    .filter(Boolean);
  const initialsLast = parts.length > 1 && parts.every((part) => INITIALS_LAST.test(part));
  return parts.map((part) => {
    if (initialsLast) {
      const [, family, given] = INITIALS_LAST.exec(part)!;
      return { family, given };
    }
    const whole = /^\uE000(\d+)\uE000$/.exec(part)?.[1];
    return whole === undefined
      ? oneName(part.replace(/\uE000(\d+)\uE000/g, (_, i: string) => held[Number(i)]))
      : { literal: held[Number(whole)] };
  });
}

function split(line: string): string[] {
  const parts = line.split(/\s*;\s*/).filter(Boolean);
  if (parts.length > 1) return parts;
  const bare = line.replace(DEGREES, '').replace(/,? et al\.?$/, '');
  const joined = bare.split(AND);
  const every = joined.flatMap((part) => part.split(', '));
  if (
    every.length > 1 &&
    every.every((part) => isWhole(part) || (every.some(isWhole) && isPerson(part)))
  )
    return every;
  // "Ministry of Trade and Industry" is one: what stands behind the "and" would be none.
  if (
    joined.length > 1 &&
    every.every((part) => isWhole(part) || (BODY.test(part) && / /.test(part)))
  )
    return every;
  if (BODY.test(line)) return [line];
  return joined
    .flatMap((part) => part.split(AND_ELSEWHERE))
    .flatMap((part) => (isInverted(part) ? [part] : withSuffixes(part.split(/, /))));
}

/** Known to be one body, or held together by braces. */
function isWhole(part: string): boolean {
  return AGENCIES.test(part) || ACRONYM.test(part) || /^\uE000\d+\uE000$/.test(part);
}

function isPerson(part: string): boolean {
  return !BODY.test(part) && /^\p{Lu}\S* (?:\S+ ){0,2}\p{Lu}\S*$/u.test(part);
}

/** "King, Martin Luther, Jr." is parted at commas, "Martin Luther King, Jr." is one. */
function withSuffixes(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    if (joined.length > 0 && SUFFIX.test(part)) joined.push(`${joined.pop()!} ${part}`);
    else joined.push(part);
  }
  return joined;
}

/** "Cogan, James", not "James Cogan, Ann Lee". */
function isInverted(part: string): boolean {
  const [family, given, suffix, ...more] = part.split(', ');
  if (given === undefined || more.length > 0 || SUFFIX.test(given)) return false;
  if (suffix !== undefined && !SUFFIX.test(suffix)) return false;
  return family
    .split(' ')
    .slice(0, -1)
    .every((word) => PARTICLE.test(word));
}

function oneName(line: string): CitedName {
  if (BODY.test(line)) return { literal: line };
  const name = line
    .replace(DEGREES, '')
    .replace(TITLES, '')
    .replace(/ in \p{Lu}[\p{L} ]*$| \([^()]{1,60}\)$/u, '');
  const [family, given, after] = name.split(', ');
  if (family !== undefined && given !== undefined && !SUFFIX.test(given)) {
    return { family, given, ...(after !== undefined ? { suffix: after } : {}) };
  }
  const all = name.replace(/,/g, '').split(' ');
  const suffix = all.length > 2 && SUFFIX.test(all.at(-1)!) ? all.at(-1)! : null;
  const words = suffix === null ? all : all.slice(0, -1);
  if (words.length === 1) return { literal: name };
  const familyFirst =
    (words.length === 2 && /^\p{Lu}\p{L}*-\p{Ll}+$/u.test(words[1])) ||
    (words.length === 3 &&
      FIRST.test(words[0]) &&
      words.slice(1).every((word) => /^\p{L}{1,5}$/u.test(word)));
  if (familyFirst) return { family: words[0], given: words.slice(1).join(' ') };
  const at = familyAt(words);
  return {
    family: words.slice(at).join(' '),
    given: words.slice(0, at).join(' '),
    ...(suffix === null ? {} : { suffix }),
  };
}

/** "Ludwig van der Berg", "Rossana De Leo": the particle belongs to the family name; so does a father's name in Spanish. */
function familyAt(words: readonly string[]): number {
  let at = words.length - 1;
  while (at > 1 && PARTICLE.test(words[at - 1])) at--;
  const spanish =
    /^(?:\p{Lu}\p{L}+[eéáií]z|Garc[ií]a|Mar[ií]n|Torres|Castro|Moreno|Romero|Vargas|Rojas|Flores)$/u;
  if (at === words.length - 1 && words.length >= 4 && spanish.test(words[at - 1])) at--;
  return at;
}
