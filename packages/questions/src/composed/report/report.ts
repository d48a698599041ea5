import type { ConflictModel } from '@standoff/model';
import { dateInWords } from '../../told/english.js';
import { QUESTIONS, type AnswerOf, type QuestionName } from '../../questions.js';
import type { Answer, Tell } from '../../question.js';
import { Words } from '../../told/words.js';
import { tellAgreements } from '../../agreements/tell.js';
import { tellCoalitions } from '../../coalitions/tell.js';
import { tellCommitments } from '../../commitments/tell.js';
import { tellEvidence } from '../../evidence/tell.js';
import { tellFactions } from '../../factions/tell.js';
import { tellMediate } from '../../mediate/tell.js';
import { tellPerceive } from '../../perceive/tell.js';
import { tellPlausible } from '../../plausible/tell.js';
import { tellReplay } from '../../replay/tell.js';
import { tellRobustness } from '../../robustness/tell.js';
import { tellScenarios } from '../../scenarios/tell.js';
import { tellSensitivity } from '../../sensitivity/tell.js';
import { tellStakeholders } from '../../stakeholders/tell.js';
import { briefSection, largeBriefSection } from './brief.js';
import { courseSection } from './course.js';
import { paragraph, type ReportDocument, type Section } from '@standoff/document';
import type { Findings, LargeFindings } from './findings.js';
import { groundsSection } from './grounds.js';
import { tellLarge } from '../../large/tell.js';
import { sizeWords, tellCast } from '../../analyse/tell-cast.js';
import { makingSection } from './making.js';
import type { ReportOrigin } from './origin.js';
import { outcomesSection } from './outcomes.js';
import { referencesSection } from './sources.js';
import { standingSection } from './standing.js';

export interface ReportParts {
  readonly findings: Findings | LargeFindings;
  readonly origin: ReportOrigin;
  /** Formatted references, by source; a source that is missing is told plainly. */
  readonly bibliography?: ReadonlyMap<string, string>;
}

/**
 * A report as structure:
 *
 *   ConflictModel
 *        ↓  findingsOf     the answers to every question
 *   Findings
 *        ↓  reportDocument sections of paragraphs, lists, tables and figures
 *   ReportDocument
 *        ↓  reportHtml, reportMarkdown
 *   one self-contained file
 */
export function reportDocument({
  findings,
  origin,
  bibliography = new Map(),
}: ReportParts): ReportDocument {
  const { model } = findings;
  const { title, asOf } = model.situation;
  const words = new Words(findings.analysis);
  const told: Section[] =
    findings.size === 'large'
      ? [...largeBriefSection(words, findings), ...tellLarge(words, findings.analysis)]
      : listedSections(words, model, findings);
  return {
    title,
    subtitle: asOf === null ? '' : dateInWords(asOf),
    made: origin.made === null ? null : dateInWords(origin.made),
    generator: `Standoff ${origin.version}`,
    sections: [...told, referencesSection(model, bibliography), makingSection(findings, origin)],
  };
}

function listedSections(words: Words, model: ConflictModel, findings: Findings): Section[] {
  const { analysis, answers, agreements, sensitivity, evidence } = findings;
  const { outlook, scenarios, commitments, factions, stakeholders, robustness, mediate } = answers;
  const { replay, plausible } = answers;
  const { perception, coalitions, grounds } = findings;
  const told = <Name extends QuestionName>(
    name: Name,
    answer: AnswerOf<Name> | null | undefined,
    tell: Tell<AnswerOf<Name> & Answer>,
  ): Section[] =>
    answer ? [{ id: name, title: QUESTIONS[name].title, blocks: tell(words, answer, model) }] : [];
  return [
    briefSection(words, findings),
    {
      id: 'parties',
      title: 'Who can do what',
      blocks: [paragraph(sizeWords(analysis)), ...tellCast(words, analysis)],
    },
    standingSection(words, findings),
    outcomesSection(words, findings),
    ...(outlook ? [courseSection(words, model, outlook, findings.graph)] : []),
    ...told('scenarios', scenarios, tellScenarios),
    ...told('commitments', commitments, tellCommitments),
    ...told('agreements', agreements, tellAgreements),
    ...told('coalitions', coalitions, tellCoalitions),
    ...told('factions', factions, tellFactions),
    ...told('perceive', perception, tellPerceive),
    ...told('robustness', robustness, tellRobustness),
    ...told('sensitivity', sensitivity, tellSensitivity),
    ...(grounds.length > 0
      ? [
          groundsSection(
            words,
            model,
            grounds,
            analysis.tally.reduce((sum, { count }) => sum + count, 0),
          ),
        ]
      : []),
    ...told('mediate', mediate, tellMediate),
    ...told('stakeholders', stakeholders, tellStakeholders),
    ...told('replay', replay, tellReplay),
    ...told('plausible', plausible, tellPlausible),
    ...told('evidence', evidence, tellEvidence),
  ];
}
