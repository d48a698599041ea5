/** Kinds of bodies and of states, which take an article where they end a name: "the European Union". */
const BODIES = new Set(
  'administration agency alliance army assembly association authority bank board cabinet church coalition commission committee commonwealth community company confederation congress council court department emirates faction federation forces foundation front fund government group industry inspectorate institute islands junta kingdom league ministry mission movement navy netherlands office opposition organisation organization parliament parties partnership party philippines police presidency public regime republic secretariat senate states territories treasury tribunal union'.split(
    ' ',
  ),
);
/** Names made of first letters that take one. */
const LETTERS = new Set(
  'AU DRC DPRK DUP EC ECB EEC EU GDR IAEA IMF ROK UAE UK UN US USA USSR WHO WTO'.split(' '),
);
/** What stands for an article, or needs none. */
const DETERMINER =
  /^(?:the|a|an|all|another|any|both|each|every|her|his|its|my|no|one|our|some|that|their|these|this|those|two|three|your)\b/i;
/** Where the head of a name ends: "Ministry | of the Environment". */
const AFTER_HEAD =
  /^(?:about|against|among|and|around|at|between|by|for|from|in|of|on|or|that|to|under|who|with|within|without)$/;

/** Words that are no part of a proper name and are written small within a sentence. */
const COMMON =
  /^(?:Central|Citizens|Communities|Companies|Corporations|Employers|Farmers|Federal|First|Firms|Foreign|Local|Members|Municipal|National|New|Old|Opponents|Other|Owners|People|Provincial|Regional|Residents|Second|Supporters|Third|Users|Workers)\b/;

/**
 * A name as it stands within a sentence: "the United States", "the Ministry of the Environment", "the first
 * hunter"; "North Korea" and what a rule cannot know stay as they are written.
 */
export function withinSentence(label: string): string {
  if (/^The\s/.test(label)) return `the${label.slice(3)}`;
  if (!takesArticle(label)) return label;
  // "Local government" is no proper name, "National Bank" is.
  return COMMON.test(label) && !/^\S+ [A-Z]/.test(label)
    ? `the ${label.charAt(0).toLowerCase()}${label.slice(1)}`
    : `the ${label}`;
}

function takesArticle(label: string): boolean {
  if (LETTERS.has(label)) return true;
  if (!/^[A-Z]/.test(label) || DETERMINER.test(label)) return false;
  const words = label.replace(/\s*\(.*\)$/, '').split(/\s+/);
  const end = words.findIndex((word, k) => k > 0 && AFTER_HEAD.test(word));
  const head = words[end < 0 ? words.length - 1 : end - 1];
  if (!/^[A-Za-z’'-]+$/.test(head)) return false;
  if (BODIES.has(head.toLowerCase())) return true;
  // "Council of Ministers", "Corporations of the South"; and what is no name at all: "Red driver".
  return (
    words[end] === 'of' || (end !== 1 && /^[a-z]{2,}/.test(head)) || (end === 1 && /s$/.test(head))
  );
}
