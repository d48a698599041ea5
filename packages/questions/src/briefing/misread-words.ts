import type { Content } from '@standoff/document';
import type { Step } from '@standoff/situation';
import { toDo, wouldDo } from '../told/deeds.js';
import { capitalised, counted, listed } from '../told/english.js';
import type { Words } from '../told/words.js';
import type { BriefingResult, Misreading } from './answer.js';

/** Steps told that somebody does not expect. */
const TOLD = 2;

/** Who sees somebody otherwise than it is, and what that changes today; of several those first whose deeds it changes. */
export function tellMisread(words: Words, { misreadings }: BriefingResult): Content {
  const sorted = [...misreadings].sort((a, b) => weight(b) - weight(a));
  const told = sorted.slice(0, TOLD).map((one) => misreadWords(words, one));
  const more = sorted.length - told.length;
  return told.length === 0
    ? []
    : [
        [
          ...told,
          ...(more > 0
            ? [`${counted(more, 'other')} ${more === 1 ? 'is' : 'are'} mistaken too.`]
            : []),
          ...(sorted.some(changesDeeds)
            ? ['All else here is told as if everybody saw things as they are.']
            : []),
        ].join(' '),
      ];
}

/** "Ann sees Bob otherwise than it is: as it sees things it would attack today". */
export function misreadWords(words: Words, one: Misreading): string {
  const { actor, of, recognises, asSeen, asIs, unexpected } = one;
  const head = `${capitalised(words.actor(actor))} sees ${words.actors(of)} otherwise than ${of.length === 1 ? 'it is' : 'they are'}`;
  const deed = ({ takes, drops }: Step): string => wouldDo(words, takes, drops);
  if (!recognises)
    return `${head} and does not recognise what is today${asIs === null ? '' : `, so it would not ${deed(asIs)}`}.`;
  const parts = [
    ...(changesDeeds(one)
      ? [
          asSeen === null
            ? `as it sees things it would do nothing today, and not ${deed(asIs!)}`
            : `as it sees things it would ${deed(asSeen)} today${asIs === null ? ', which otherwise it would not' : `, and not ${deed(asIs)}`}`,
        ]
      : []),
    ...(unexpected.length > 0
      ? [
          `it does not expect ${listed(
            unexpected
              .slice(0, TOLD)
              .map((step) => `${words.actor(step.actor)} ${toDo(words, firstDeed(step))}`),
            'or',
          )}`,
        ]
      : []),
  ];
  if (parts.length === 0) return `${head}, which changes nothing today.`;
  // What surprises it says by itself that it sees somebody otherwise.
  if (!changesDeeds(one))
    return `${capitalised(words.actor(actor))} ${parts[0].slice('it '.length)}.`;
  return `${head}: ${parts.join('; ')}.`;
}

/** A deed stands for a step that nobody is told as a whole here. */
function firstDeed({ takes, drops, ...step }: Step): Step {
  return takes.length > 0
    ? { ...step, takes: takes.slice(0, 1), drops: [] }
    : { ...step, takes, drops: drops.slice(0, 1) };
}

function weight(one: Misreading): number {
  return changesDeeds(one) ? 2 : one.unexpected.length > 0 ? 1 : 0;
}

function changesDeeds({ recognises, asSeen, asIs }: Misreading): boolean {
  if (!recognises) return asIs !== null;
  return asSeen?.takes.join() !== asIs?.takes.join() || asSeen?.drops.join() !== asIs?.drops.join();
}
