import { listed } from './english.js';
import type { Words } from './words.js';
import type { BriefOutcome } from '../briefing/answer.js';
import type { BriefEnd } from '../brief-ends.js';
import { ways } from './shares.js';

/** "it would end in “War” (9 ways in 10), else in “Peace”"; "it would go round". */
export function endsWords(words: Words, ends: readonly BriefEnd[]): string {
  const [first, ...others] = ends;
  if (first === undefined) return 'it would go round without an end';
  const told = first.round
    ? `it would go round${others.length === 0 ? ' without an end' : ''}`
    : isToday(first)
      ? 'everything would stay as it is today'
      : `it would end in ${briefName(words, first)}`;
  if (others.length === 0) return told;
  const same = !first.round && !isToday(first);
  const more = ends.reduce((sum, { pull }) => sum + pull, 0) < 0.995;
  return `${told} (${ways(first.pull)}), else ${elseWords(words, others, same && !more)}${more ? ', or end elsewhere' : ''}`;
}

/** "in “Peace” or “War”"; "end in “Peace”, go round or stay as today". */
function elseWords(words: Words, others: readonly BriefEnd[], ending: boolean): string {
  const stays = others.filter((one) => !one.round && !isToday(one));
  const names = listed(
    stays.map((one) => briefName(words, one)),
    'or',
  );
  const rest = others.filter((one) => !stays.includes(one));
  return listed(
    [
      ...(stays.length === 0 ? [] : [`${ending && rest.length === 0 ? '' : 'end '}in ${names}`]),
      ...rest.map(({ round }) => (round ? 'go round' : 'stay as it is today')),
    ],
    'or',
  );
}

export function briefName(words: Words, { state }: BriefEnd): string {
  return outcomeName(words, { state, besides: [] });
}

export function isToday({ state: { name } }: Pick<BriefEnd, 'state'>): boolean {
  return name.added.length + name.dropped.length === 0;
}

/** "“Open North”", with what tells it from another of that name; without a name what is different from today. */
export function outcomeName(words: Words, one: Pick<BriefOutcome, 'state' | 'besides'>): string {
  const short = shortName(words, one);
  if (one.state.name.label !== null || isToday(one))
    return one.state.name.label === null ? short : `“${short}”`;
  return short.startsWith('no longer ')
    ? `a state without ${short.slice('no longer '.length)}`
    : `a state with ${short}`;
}

/** The same without quotation marks, for a table. */
export function shortName(
  words: Words,
  { state, besides }: Pick<BriefOutcome, 'state' | 'besides'>,
): string {
  const { name } = state;
  if (isToday({ state })) return name.label ?? 'today’s state';
  if (name.label === null) return differences(words, { state, besides });
  return besides.length === 0
    ? name.label
    : // The consents of several to one agreement have its name alike.
      `${name.label}, with ${listed([...new Set(besides.map((id) => words.option(id)))])}`;
}

/** The first of what is different from today, that which tells it from other outcomes before the rest. */
function differences(
  words: Words,
  { state: { name, taken }, besides }: Pick<BriefOutcome, 'state' | 'besides'>,
): string {
  const telling = name.added.filter((id) => besides.includes(id));
  const first = telling.length > 0 ? telling : name.added;
  const [told, ...more] = [
    ...words.added(first, taken),
    ...words.added(
      name.added.filter((id) => !first.includes(id)),
      taken,
    ),
    ...words.dropped(name.dropped, name.dropped).map((gone) => `no longer ${gone}`),
  ];
  if (more.length > 1) return `${told} and ${more.length} more`;
  return more.length === 0 ? told : `${told} and ${more[0]}`;
}
