/** A person by parts, or a body or whoever else by the name as a whole. */
export type CitedName =
  | {
      /** The family name with its particle: "van der Berg". */
      readonly family: string;
      /** All given names: "Jae-in". */
      readonly given: string;
    }
  | {
      /** The name as it stands, where it has no parts or they cannot be told apart. */
      readonly literal: string;
    };

const BODY =
  /^the |\b(?:academy|administration|agency|armed forces|army|assembly|association|authority|bank|bureau|cabinet|centre|center|college|command|commission|committee|company|congress|corporation|council|court|delegation|department|embassy|federation|forum|foundation|fund|governments?|group|house|institute|institution|league|ministers?|ministry|mission|nations|network|news|office|organi[sz]ation|parliament|party|press|secretariat|senate|service|site|society|staff|times|union|university|volunteers)\b/i;
/** Family names that stand first where what follows are short syllables. */
const FIRST =
  /^(?:Ahn|Bae|Choe|Choi|Chung|Han|Hwang|Jang|Jeong|Jo|Jung|Kang|Kim|Ko|Kwon|Lee|Lim|Moon|Nam|No|Oh|Pak|Park|Ri|Roh|Ryu|Shin|Song|Yang|Yi|Yoo|Yoon|Yu)$/;

/**
 * The names in an author line: "A and B", "A, B and C", "A; B". "Family, Given" says what is what;
 * otherwise the last word is the family name, save for names such as "Moon Jae-in". What looks like a
 * body, or is one word, stays whole, and is parted from others only by ";".
 */
export function citedNames(author: string): CitedName[] {
  const line = author.replace(/\s+/g, ' ').trim();
  if (line === '') return [];
  const parts = line.split(/\s*;\s*/).filter(Boolean);
  if (parts.length > 1) return parts.map(oneName);
  if (BODY.test(line)) return [{ literal: line }];
  return line
    .split(/,? (?:and|&) /)
    .flatMap((part) => (isInverted(part) ? [part] : part.split(/, /)))
    .filter(Boolean)
    .map(oneName);
}

/** "Cogan, James", not "James Cogan, Ann Lee". */
function isInverted(part: string): boolean {
  const sides = part.split(', ');
  return sides.length === 2 && !sides[0].includes(' ');
}

function oneName(name: string): CitedName {
  if (BODY.test(name)) return { literal: name };
  const [family, given] = name.split(', ');
  if (family !== undefined && given !== undefined) return { family, given };
  const words = name.split(' ');
  if (words.length === 1) return { literal: name };
  const familyFirst =
    (words.length === 2 && /^\p{Lu}\p{L}*-\p{Ll}+$/u.test(words[1])) ||
    (words.length === 3 &&
      FIRST.test(words[0]) &&
      words.slice(1).every((word) => /^\p{L}{1,5}$/u.test(word)));
  if (familyFirst) return { family: words[0], given: words.slice(1).join(' ') };
  // "Ludwig van der Berg": the particle belongs to the family name.
  const particle = words.findIndex(
    (word, i) => i > 0 && /^(?:van|von|de|der|den|di|da|du|la|le|bin|al)$/.test(word),
  );
  const at = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}
