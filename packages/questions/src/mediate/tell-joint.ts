import { element, paragraph, type Block, type Content } from '@standoff/document';
import type { JointMove, JointPart } from '../coalitions/joint-move.js';
import { wouldDo, wouldStep } from '../told/deeds.js';
import { listed } from '../told/english.js';
import type { Words } from '../told/words.js';

/** "North Korea and United States together: North Korea would …, and United States would …". */
export function jointContent(words: Words, { members, parts, steps }: JointMove): Content {
  const partByPart = steps.length === members.length;
  return [
    `${words.actors(members)} together: ${listed(
      parts.map(
        ({ actor, takes, drops }) => `${words.actor(actor)} would ${wouldDo(words, takes, drops)}`,
      ),
    )}${partByPart ? '' : `; they get there only by turns: ${listed(steps.map((step) => wouldStep(words, step)))}`}`,
  ];
}

/** Whether each would keep its part, and what would make it keep it. */
export function tellParts(words: Words, move: JointMove): Block[] {
  return [
    ...move.parts.map((part) => paragraph(...kept(words, move, part))),
    ...(move.exposed.length > 0
      ? [
          paragraph(
            `Until the others follow, ${words.actors(move.exposed)} would be worse off than before.`,
          ),
        ]
      : []),
  ];
}

function kept(words: Words, { members }: JointMove, part: JointPart): Content {
  const { actor, keeps, commitment } = part;
  const who = words.actor(actor);
  if (keeps === 'by itself')
    return [
      `${who} would keep its part once the others have moved: nothing that undoes it is better.`,
    ];
  if (keeps === 'cannot be undone')
    return [`${who} would keep its part once the others have moved: it cannot be undone.`];
  if (keeps === 'by answers')
    return [
      `${who} would rather have the others move alone, and keeps its part because it would be answered otherwise.`,
    ];
  const others = members.filter((id) => id !== actor);
  const asking =
    commitment!.askedBy.length === 0
      ? ''
      : `, which ${words.actors(commitment!.askedBy)} would ask for`;
  return [
    `${who} would not do its part of its own accord once the others have: it takes a commitment that binds it to do so where ${words.actors(others)} ${others.length === 1 ? 'does its part' : 'do theirs'}${asking}`,
    ...(commitment!.said === null
      ? ['; nothing in the situation says so yet.']
      : [
          '; ',
          element(commitment!.said, 'a commitment that is written'),
          ' says so, and binds nobody yet.',
        ]),
  ];
}
