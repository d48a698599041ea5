import type {
  AgreementAnswer,
  AgreementsResult,
  CommitmentReading,
  CommitmentsResult,
} from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { commitmentKeeping } from '../briefing/commitments.js';
import { holdOf } from '../concepts.js';
import { capitalised, counted, figure } from '../english.js';
import { propositionWords } from '../proposition-words.js';
import type { Words } from '../words.js';
import {
  cited,
  column,
  heading,
  item,
  list,
  note,
  paragraph,
  quiet,
  strong,
  verdict,
  type Block,
  type Content,
  type Section,
} from '@standoff/document';

/** Whose promises, threats and assurances can be believed; and what the agreements would be worth. */
export function commitmentsSection(
  words: Words,
  model: ConflictModel,
  commitments: CommitmentsResult | undefined,
  agreements: AgreementsResult | null,
): Section {
  const labels = new Map(
    [...model.scenarios, ...model.agreements, ...model.states].map(({ id, label }) => [id, label]),
  );
  return {
    id: 'commitments',
    title: 'Whose word can be believed',
    blocks: [
      ...(commitments?.commitments ?? []).flatMap((commitment): Block[] => {
        const { label, kind, by, to, content, when, evidence, readings } = commitment;
        const what = `${propositionWords(content, words, labels)}${when === null ? '' : `, when ${propositionWords(when, words, labels)}`}`;
        return [
          heading(label),
          paragraph(
            kind === 'demand'
              ? `A demand${to.length === 0 ? '' : ` by ${words.actors(to)}`} of ${words.actors(by)}: ${what}. `
              : `${capitalised(article(kind))} by ${words.actors(by)}${to.length === 0 ? '' : ` to ${words.actors(to)}`}: ${what}. `,
            ...cited(evidence),
          ),
          paragraph(strong('The model says: '), `${commitmentKeeping(words, commitment)}`),
          ...(readings.some(({ all }) => all.due > 0)
            ? [
                {
                  block: 'table',
                  caption: `“${label}”: states in which it is due, and in how many of them it would be kept`,
                  columns: [
                    column('By'),
                    column('Within reach of improvements', 'end'),
                    column('That would hold', 'end'),
                    column('All', 'end'),
                  ],
                  groups: [
                    { title: '', rows: readings.map((reading) => readingRow(words, reading)) },
                  ],
                } as const,
              ]
            : []),
        ];
      }),
      ...(agreements?.agreements ?? []).flatMap((agreement) => agreementBlocks(words, agreement)),
      note(
        'A commitment is due where its condition holds. It is kept where the actor’s best state with it, by its own moves, is at least as good for the actor as its best one without. This is about wishes, not a forecast of deeds.',
      ),
    ],
  };
}

function article(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

function readingRow(
  words: Words,
  { actor, faction, assumed, all, byImprovements, equilibria }: CommitmentReading,
): Content[] {
  const kept = ({ credible, due }: CommitmentReading['all']): Content => [
    due === 0 ? quiet('never due') : `${figure(credible)} of ${figure(due)}`,
  ];
  return [
    [
      words.actor(actor),
      ...(faction === null ? [] : [`, “${faction.label}”`]),
      ...(assumed && faction ? [quiet(' (assumed)')] : []),
    ],
    kept(byImprovements),
    kept(equilibria),
    kept(all),
  ];
}

function agreementBlocks(
  words: Words,
  { label, evidence, states, best, equilibria, reachable, parties }: AgreementAnswer,
): Block[] {
  if (states === 0)
    return [
      heading(label),
      paragraph('In no state of the model do all parties consent. ', ...cited(evidence)),
    ];
  const hold = best && holdOf(best.concepts);
  return [
    heading(`${label}: an agreement`),
    paragraph(
      `All parties consent in ${counted(states, 'state')}; ${hold ? `${figure(Math.max(...Object.values(equilibria)))} would hold, at best ${hold.clause}` : 'none of them would hold'}. ${reachable.improvements ? 'Improvements lead there from today.' : reachable.moves ? 'From today it takes steps that are not improvements.' : 'No moves lead there from today.'} `,
      ...cited(evidence),
    ),
    ...list(
      parties.map(({ actor, wouldSign, couldSign, content, deterred, leaves }) =>
        item([
          strong(words.actor(actor)),
          ` would sign in ${figure(wouldSign)} of the ${counted(couldSign, 'state')} in which it could. In the agreement it has no reason to leave in ${figure(content)} of ${counted(states, 'state')}, is held back in ${figure(deterred)}, and `,
          leaves > 0
            ? verdict('no', `would leave in ${figure(leaves)}`)
            : verdict('yes', 'would leave in none'),
          '.',
        ]),
      ),
    ),
  ];
}
