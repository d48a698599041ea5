import type { AgreementAnswer, AgreementsResult, CommitmentsResult } from '@standoff/analysis';
import type { ConflictModel } from '@standoff/model';
import { holdOf } from '../concepts.js';
import { counted, figure } from '../english.js';
import { tellCommitments } from '../questions/commitments.js';
import type { Words } from '../words.js';
import {
  cited,
  heading,
  item,
  list,
  paragraph,
  strong,
  verdict,
  type Block,
  type Section,
} from '@standoff/document';

/** Whose promises, threats and assurances can be believed; and what the agreements would be worth. */
export function commitmentsSection(
  words: Words,
  model: ConflictModel,
  commitments: CommitmentsResult | undefined,
  agreements: AgreementsResult | null,
): Section {
  const given = commitments?.commitments ?? [];
  return {
    id: 'commitments',
    title: 'Whose word can be believed',
    blocks: [
      ...(given.length > 0 ? tellCommitments(words, model, { commitments: given }) : []),
      ...(agreements?.agreements ?? []).flatMap((agreement) => agreementBlocks(words, agreement)),
    ],
  };
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
