import { DATE, listed, NAME, pattern, WORDS } from './slip-patterns.js';
import type { Slip } from './slip.js';

const ACTS_HINT =
  'write `actor name "Label" acts with at least 2 of US, CN, JP among them US { option … }`';
const QUORUM = '(?:at least \\S+ of\\s+)?';
const LIST = `${NAME}(?:\\s*,\\s*${NAME})*`;

/** Slips in agreements and offers, and in how a body acts with its members. */
export const AGREEMENTS: readonly Slip[] = [
  {
    pattern: pattern(`\\b(offer\\s+${NAME}(?:\\s*"·*")?)\\s+(?:from|of)\\s+(?=${NAME})`),
    message: 'who makes an offer stands after `by`',
    hint: 'write `offer name "Label" by US to NK: { US.relax, NK.suspend }`',
    instead: [([, head]) => `${head} by `],
  },
  {
    pattern: pattern(
      `\\b(offer\\s+${NAME}(?:\\s*"·*")?)\\s+between\\s+(${NAME})\\s*(?:,|\\band\\b)\\s*`,
    ),
    message: 'who makes an offer stands after `by`, to whom after `to`',
    hint: 'write `offer name "Label" by US to NK: { US.relax, NK.suspend }`',
    instead: [([, head, by]) => `${head} by ${by} to `],
  },
  {
    pattern: pattern(`\\b(offer\\s+${NAME}(?:\\s*"·*")?)\\s+(${NAME})\\s+to\\b`),
    message: 'who makes an offer stands after `by`',
    hint: 'write `offer name "Label" by US to NK: { US.relax, NK.suspend }`',
    instead: [([, head, by]) => `${head} by ${by} to`],
  },
  {
    pattern: pattern(`\\b(offer\\b[^:{}\\r\\n]*?)\\s+until\\s+(${DATE})\\s*:\\s*(\\{[^{}]*\\})`),
    message: 'the last day of an offer stands behind what is offered',
    hint: 'write `offer name by US to NK: { … } until 2018-06-12`',
    instead: [([, head, day, terms]) => `${head}: ${terms} until ${day}`],
  },
  {
    pattern: pattern(
      `\\b(offer\\b[^{}\\r\\n]*\\{[^{}]*\\})\\s+(?:before|by|till|to)\\s+(?=${DATE})`,
    ),
    message: 'the last day of an offer stands after `until`',
    hint: 'write `offer name by US to NK: { … } until 2018-06-12`',
    instead: [([, head]) => `${head} until `],
  },
  {
    pattern: pattern('\\b(offer\\b[^:{}\\r\\n]*?)\\s*\\{'),
    message: 'what is offered stands after a colon',
    hint: 'write `offer name by US to NK: { US.relax, NK.suspend }`',
    instead: [([, head]) => `${head}: {`],
  },
  {
    pattern: pattern(`\\b(offer\\b[^{}\\r\\n]*:)\\s*\\{?(${WORDS})\\s*\\}?`),
    message: 'what is offered is a list in braces',
    hint: 'write `offer name by US to NK: { US.relax, NK.suspend }`',
    instead: [([, head, list]) => `${head} { ${listed(list)} }`],
  },
  {
    pattern: pattern(
      `(?<=[{,]\\s*)(${NAME})\\s+(?:refused?|rejects?|rejected|declines?|declined)\\s+(?=${NAME})`,
    ),
    message: 'that an offer was turned down is said with `refuses`',
    hint: 'write `NK refuses deal`',
    instead: [([, actor]) => `${actor} refuses `],
  },
  {
    pattern: pattern('\\bbetween\\s+(\\d+|one)\\s+of\\b'),
    message: 'how many parties are enough is said with `at least`',
    hint: 'write `between at least 2 of NK, SK, US`',
    instead: [([, many]) => `between at least ${many} of`],
  },
  {
    pattern: pattern('\\b(between at least \\S+ of)\\s*[{(]([^{}()]*)[})]'),
    message: 'the parties stand without braces',
    hint: 'write `between at least 2 of NK, SK, US`',
    instead: [([, head, list]) => `${head} ${listed(list)}`],
  },
  {
    pattern: pattern('\\b(?:kept\\s+)?(?:secret|hidden|concealed|unknown)\\s+(?:from|to)\\b'),
    message: 'who does not know of it stands after `kept from`',
    hint: 'write `kept from NK`',
    instead: [() => 'kept from'],
  },
  {
    pattern: pattern(
      `\\b(?:council|body|committee|assembly|board|bloc|coalition)\\s+(${NAME}(?:\\s*"·*")?)\\s+(?:acts\\s+with|acts\\s+by|of|with|between|members)\\s+`,
    ),
    message: 'a body is an actor that acts with its members',
    hint: ACTS_HINT,
    instead: [([, head]) => `actor ${head} acts with `],
  },
  {
    pattern: pattern('\\b(?:council|body|committee|assembly|board|bloc)\\s+(?=[\\p{L}])'),
    message: 'a body is an actor that acts with its members',
    hint: ACTS_HINT,
    instead: [() => 'actor '],
  },
  {
    pattern: pattern(
      `\\b(actor\\s+${NAME}(?:\\s*"·*")?)\\s*,?\\s+(?:(?:acts?|acting|decides?|votes?)\\s+(?:with|by|through|when|if|as|for)(?:\\s+(?:its\\s+)?members)?|of|(?:with\\s+)?(?:its\\s+)?members|with)\\s*:?\\s*(?=${NAME}|\\d|\\{|\\()`,
    ),
    message: 'with whom a body acts stands after `acts with`',
    hint: ACTS_HINT,
    instead: [([, head]) => `${head} acts with `],
  },
  {
    pattern: pattern(
      `\\b(acts with|between)\\s+(?:any\\s+|some\\s+|exactly\\s+)?(\\d+|one)\\s+of\\s*(?:the\\s+)?\\{?(${LIST})\\}?`,
    ),
    message: 'how many are enough is said with `at least`',
    hint: 'write `at least 2 of US, CN, JP`',
    instead: [([, head, many, list]) => `${head} at least ${many} of ${list}`],
  },
  {
    pattern: pattern(
      `\\b(acts with|between)\\s+(?:all|every|each)(?:\\s+one)?(?:\\s+of)?\\s*\\{?(${LIST})\\}?`,
    ),
    message: 'where all are needed, they are named, and nothing more is said',
    hint: 'write them with commas between them: `US, CN, JP`',
    instead: [([, head, list]) => `${head} ${list}`],
  },
  {
    pattern: pattern(
      `\\b(acts with|between)\\s+(?:a\\s+|the\\s+)?(?:(?:simple\\s+|absolute\\s+)?(majority)|at least\\s+50\\s*%|(?:at least\\s+)?(?:half|1\\s*/\\s*2)|more than half)\\s+of\\s*\\{?(${LIST})\\}?`,
    ),
    message: 'how many are enough is said as a number',
    hint: 'write `at least 2 of US, CN, JP`',
    instead: [
      ([words, head, , list]) => {
        const count = list.split(',').length;
        const isMore = /majority|more/.test(words);
        return `${head} at least ${isMore ? Math.floor(count / 2) + 1 : Math.ceil(count / 2)} of ${list}`;
      },
    ],
  },
  {
    pattern: pattern(
      `\\b(acts with|between)\\s+(?:at least\\s+)?(\\d+)\\s*(?:/\\s*(\\d+)|%)\\s+of\\s*\\{?(${LIST})\\}?`,
    ),
    message: 'how many are enough is said as a number',
    hint: 'write `at least 2 of US, CN, JP`',
    instead: [
      ([, head, part, whole, list]) => {
        const share = Number(part) / (whole === '' ? 100 : Number(whole));
        const count = Math.ceil(share * list.split(',').length);
        return share > 0 && share <= 1 ? `${head} at least ${count} of ${list}` : null;
      },
    ],
  },
  {
    pattern: pattern(`\\b(acts with ${QUORUM})[{(]([^{}()]*)[})](?=[^{}]*\\{)`),
    message: 'the members stand without braces',
    hint: ACTS_HINT,
    instead: [([, head, list]) => `${head}${listed(list)}`],
  },
  {
    pattern: pattern(
      `\\b((?:acts with|between)\\s+${QUORUM}${LIST})\\s*,?\\s+(?:with\\s+(?:a\\s+)?veto\\s+(?:of|for|by)?|veto(?:es)?(?:\\s+(?:of|by))?|(?:and\\s+)?always(?:\\s+with)?|including|among\\s+which|among(?!\\s+them)|with|and\\s+among\\s+them|among\\s+them\\s+are)\\s*:?\\s*(?=${NAME})`,
    ),
    message: 'who is needed in any case stands after `among them`',
    hint: 'write `at least 2 of US, CN, JP among them US`',
    instead: [([, head]) => `${head} among them `],
  },
  {
    pattern: pattern(`(?<=\\b(?:acts with|between)\\b[^{}]*),\\s*among\\s+them\\b`),
    message: 'no comma stands before `among them`',
    hint: 'write `at least 2 of US, CN, JP among them US`',
    instead: [() => ' among them'],
  },
  {
    pattern: pattern(
      '(?<=\\bacts with\\b[^{}]*[\\p{L}\\p{N}_])\\s*(?:,\\s*)?(?:\\band\\b|&|;)\\s*(?=\\p{L})',
    ),
    message: 'a comma stands between two members',
    hint: ACTS_HINT,
    instead: [() => ', '],
  },
  {
    pattern: pattern('(?<=\\bacts with\\b[^{}:]*)\\s*[:,]\\s*(?=\\{)'),
    message: 'nothing stands between the members and the braces',
    hint: ACTS_HINT,
    instead: [() => ' '],
  },
  {
    pattern: pattern(
      `\\b(actor\\s+${NAME}(?:\\s*"·*")?)\\s*\\{(\\s*)(acts with ${QUORUM}${LIST}(?:\\s+among them ${LIST})?)(?=\\s|$)`,
    ),
    message: 'with whom a body acts stands before its braces',
    hint: ACTS_HINT,
    instead: [([, head, space, acts]) => `${head} ${acts} {${space}`],
  },
];
