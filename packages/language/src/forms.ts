import type * as ast from './generated/ast.js';

/** How each part of the language is written, for messages about one that is not written so. */
export interface Form {
  /** The rule of the grammar that reads it. */
  readonly rule: string;
  readonly form: string;
  /** Where it may stand, as the end of a sentence. */
  readonly where: string;
}

const TOP = 'at the top of the text, outside of all braces';
const ACTOR = 'inside the braces of an actor';
const HOLDER = 'inside the braces of an actor, a faction or a picture (`perceives`)';
const ANYWHERE = 'at the top of the text or inside an actor';
const SOURCE = 'inside the braces of a source';

const COMMITMENT = 'US.assure when NK.dismantle to NK';

/** What stands at the top of a text or in the braces of an actor or a picture, and the parts of it that a word begins. */
type Rule =
  | (ast.Element | ast.ActorItem | ast.PerceptionItem)['$type']
  | 'Offer'
  | 'Graph'
  | 'SourceField'
  | 'Count'
  | 'Window'
  | 'Flag';

/** By the rule of the grammar, each under the word that begins it; none: a name does, or what also goes on a line. */
const BY_RULE: Readonly<Record<Rule, Readonly<Record<string, Omit<Form, 'rule'>>>>> = {
  Situation: {
    situation: { form: 'situation "Title" as of 2018-04-27', where: TOP },
  },
  Source: {
    source: { form: 'source name "Title" { author "…" }', where: TOP },
  },
  Actor: {
    actor: { form: 'actor name "Label" { … }', where: TOP },
  },
  Agreement: {
    agreement: { form: 'agreement name "Label" between NK, SK', where: TOP },
  },
  Offer: {
    offer: {
      form: 'offer name "Label" by US to NK: { US.relax, NK.suspend } until 2018-06-12',
      where: TOP,
    },
  },
  Commitment: {
    promise: { form: `promise ${COMMITMENT}`, where: TOP },
    threat: { form: `threat ${COMMITMENT}`, where: TOP },
    assurance: { form: `assurance ${COMMITMENT}`, where: TOP },
    demand: { form: 'demand NK.dismantle by US', where: TOP },
  },
  Scenario: {
    scenario: { form: 'scenario name "Label" = NK.open and SK.invest', where: TOP },
  },
  NamedState: {
    state: { form: 'state name "Label" = { NK.open, SK.invest }', where: TOP },
  },
  Extreme: {
    worst: { form: 'worst for ACTOR is SCENARIO', where: TOP },
    best: { form: 'best for ACTOR is SCENARIO', where: TOP },
  },
  Claim: {
    claim: { form: 'claim name "What is claimed" stated by NK', where: TOP },
  },
  Relation: {
    relation: { form: 'relation CN allied with NK', where: TOP },
  },
  Event: {
    event: { form: 'event 2018-04-21 "Tests suspended" { NK.suspend }', where: TOP },
  },
  LeftOut: {
    left: { form: 'left out "What the text says and the model does not" because "…"', where: TOP },
  },
  Chance: {
    chance: { form: 'chance drought "A drought" 30 %', where: TOP },
  },
  Consequence: {
    when: { form: 'when not treaty and US.attack then { CN.intervene }', where: TOP },
  },
  Option: {
    option: { form: 'option name "Label" taken', where: ACTOR },
  },
  Faction: {
    faction: { form: 'faction name "Label" { prefers { … } }', where: ACTOR },
  },
  Prevails: {
    prevails: { form: 'prevails FACTION', where: ACTOR },
  },
  Prefers: {
    prefers: { form: 'prefers { … }', where: HOLDER },
  },
  Ranks: {
    ranks: { form: 'ranks a > b ~ c > others', where: HOLDER },
  },
  Weighs: {
    weighs: { form: 'weighs { a: 3  not b: -1 }', where: HOLDER },
  },
  Unaware: {
    unaware: { form: 'unaware of OPTION', where: 'inside a picture (`perceives`)' },
  },
  Constraint: {
    never: { form: 'never a and b', where: ANYWHERE },
    always: { form: 'always a or b', where: ANYWHERE },
  },
  Choice: {
    choice: { form: 'choice name "What is chosen" one of {a, b, c}', where: ANYWHERE },
  },
  CannotMove: {
    cannot: { form: 'cannot move from a to b', where: ANYWHERE },
    can: { form: 'can move from a to b', where: ANYWHERE },
  },
  Graph: {
    graph: {
      form: 'graph name "Where things stand" of {a "The first state" taken, b, c}',
      where: TOP,
    },
  },
  Count: {
    at: { form: 'at most one of {a, b}', where: ANYWHERE },
    exactly: { form: 'exactly one of {a, b}', where: ANYWHERE },
  },
  SourceField: {
    author: { form: 'author "…"', where: SOURCE },
    publisher: { form: 'publisher "…"', where: SOURCE },
    url: { form: 'url "…"', where: SOURCE },
    doi: { form: 'doi "…"', where: SOURCE },
    kind: { form: 'kind "…"', where: SOURCE },
    note: { form: 'note "…"', where: SOURCE },
    published: { form: 'published 2018-04-27', where: SOURCE },
    accessed: { form: 'accessed 2018-04-27', where: SOURCE },
  },
  Window: {
    from: { form: 'from 2018-04-01 until 2018-06-30', where: 'after an option' },
  },
  Flag: {
    taken: { form: 'taken', where: 'after an option or the parties of an agreement' },
    irreversible: { form: 'irreversible', where: 'after an option or the parties of an agreement' },
  },
  Deadline: {},
  Perception: {},
};

/** By the word that begins it. */
export const FORMS: ReadonlyMap<string, Form> = new Map(
  Object.entries(BY_RULE).flatMap(([rule, forms]) =>
    Object.entries(forms).map(([word, form]) => [word, { rule, ...form }] as const),
  ),
);

/** Forms of the parts that hold one of these words, by the rule of the grammar. */
export const FORM_OF_RULE: ReadonlyMap<string, string> = new Map([
  ...[...FORMS.values()].map((f) => [f.rule, f.form] as const),
  ['Flag', 'option name "Label" taken irreversible slow'],
  ['Acts', 'actor name "Label" acts with at least 2 of US, CN, JP { option … }'],
  ['Among', 'among them US'],
  ['Count', 'at least 2 of {a, b, c}'],
  ['Deadline', 'by 2019-03-29 unless withdrawal then { UK.leave }'],
  ['Weight', 'option: 3'],
  ['Unordered', 'in no order { a b c }'],
  ['Equally', 'equally { a b c }'],
  ['Kept', 'keeps PROMISE'],
  ['Refusal', 'NK refuses OFFER'],
  ['Prevails', 'prevails FACTION 70 %'],
  ['Statement', 'red line not a as "What is wanted"'],
  ['Perception', 'JP perceives US { prefers { … } }'],
  ['Quantity', 'quantity over 90 "% of exports"'],
  ['CauseOf', 'cause of NK.suspend'],
  ['Commitment', `promise ${COMMITMENT}`],
  ['Constraint', 'perhaps 70 % never a and b'],
  ['Extreme', 'worst for ACTOR is SCENARIO'],
]);

/** Words that open something else than the parts above. */
export const OTHER_WORDS = [
  'perceives',
  'requires',
  'between',
  'when',
  'perhaps',
  'strongly',
  'very',
  'much',
  'others',
  'because',
  'implies',
  'only',
];

/** What a rule of the grammar begins with, where none of its beginnings was found. */
export const EXPECTED_BY_RULE: ReadonlyMap<string, string> = new Map([
  ['Name', 'a name'],
  ['Reference', 'a name'],
  ['Text', 'a text in double quotes'],
  ['PartialDate', 'a date'],
  ['Figure', 'a number'],
  ['CountNumber', 'a number'],
  ['Speaker', 'an actor or a text'],
  ['Operand', 'an option or another expression'],
  ['NamelessOperand', 'an option or another expression'],
  ['Expression', 'an option or another expression'],
  ['Ranked', 'an option, a scenario, `others`, a pattern as "YN-" or an expression in parentheses'],
  ['Flag', 'a word such as `taken` or `irreversible`'],
  [
    'RelationKind',
    '`allied with`, `rival of`, `hostile to`, `depends on`, `protects`, `part of` or a text',
  ],
  [
    'Relation',
    '`allied with`, `rival of`, `hostile to`, `depends on`, `protects`, `part of` or a text',
  ],
  ['Claim', '`stated`, `claimed`, `reported`, `inferred` or `denied`'],
  ['Count', '`least` or `most`'],
]);

/** What the kinds of token are called. */
export const TOKEN_WORDS: ReadonlyMap<string, string> = new Map([
  ['TEXT', 'a text in double quotes'],
  ['ID', 'a name'],
  ['NUMBER', 'a number'],
  ['DATE', 'a date'],
  ['EVIDENCE', 'a reference to a source'],
]);
