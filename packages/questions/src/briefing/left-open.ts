import { inTerminal, note, type Block } from '@standoff/document';
import type { ConflictModel } from '@standoff/model';
import { STANDARDS } from '@standoff/situation';
import { counted, longFigure, listed } from '../told/english.js';
import type { Words } from '../told/words.js';
import type { BriefingResult } from './answer.js';

/** With more states than this a hint says which options make them more and nothing else. */
const MANY = 20_000n;
/** Options named in it. */
const NAMED = 6;

/** What was not looked at since there are so many states, and what makes them many. */
export function tellLeftOpen(
  words: Words,
  model: ConflictModel,
  { askedFor, atFirst, standard, states, unranked, leftOpen }: BriefingResult,
): Block[] {
  const { change, asking, together, worlds, misreadings, standards, factions, scenarios } =
    leftOpen;
  const labels = scenarios.map(
    (id) => `“${model.scenarios.find((scenario) => scenario.id === id)?.label ?? id}”`,
  );
  const parts = [
    ...(change ? ['which change of a wish or a rule would lead elsewhere'] : []),
    ...(asking ? ['what is worth finding out'] : []),
    ...(together ? ['joint steps to what only answers would hold'] : []),
    ...(labels.length > 0
      ? [`whether answers would hold ${listed(labels, 'or')}, which nothing else does`]
      : []),
    ...(worlds ? ['what comes of it if open wishes are settled otherwise'] : []),
    ...(misreadings ? ['what comes of somebody seeing others otherwise than they are'] : []),
    ...standards.map((one) => `where it leads if ${STANDARDS[one].reckons}`),
    ...(factions === 0
      ? []
      : [`${longFigure(`${factions}`)} other combinations of factions that might prevail`]),
  ];
  return [
    ...(askedFor === null
      ? []
      : [
          note(
            `This is how it goes if ${STANDARDS[standard].reckons}: how it goes if ${STANDARDS[askedFor].reckons} ${
              atFirst
                ? 'takes minutes, for there are so many states in which to find the answers to each step.'
                : 'could not be worked out, for the answers to each step are too irregular to be found.'
            }`,
            ...(atFirst ? [inTerminal(' standoff briefing --full does it.')] : []),
          ),
        ]),
    ...(parts.length === 0
      ? []
      : [
          note(
            `${
              BigInt(states) > MANY
                ? `There are ${longFigure(states)} states, too many to look at everything.`
                : `States of ${counted(model.options.length, 'option')} are not gone through one by one.`
            } Left open: ${parts.join('; ')}.`,
          ),
        ]),
    ...(unranked.length === 0 || BigInt(states) <= MANY
      ? []
      : [
          note(
            `Nobody’s ranking depends on ${listed([
              ...unranked
                .slice(0, NAMED)
                .map(
                  (id) =>
                    `${words.isConsent(id) ? 'the consent to ' : ''}“${words.option(id)}” (${words.name(id.split('.')[0])})`,
                ),
              ...(unranked.length > NAMED
                ? [counted(unranked.length - NAMED, 'other option')]
                : []),
            ])}: ${unranked.length === 1 ? 'it makes' : 'they make'} more states, and no difference to anybody.`,
          ),
        ]),
  ];
}
