import type { AnalysisResult } from '../../analyse/answer.js';
import type { ConflictModel } from '@standoff/model';
import { dateInWords } from '../../told/english.js';
import { toldSection, type Telling } from '../../told/telling.js';
import type { AnswerOf, QuestionName } from '../../questions.js';
import { TELLINGS } from '../../tellings.js';
import { Words } from '../../told/words.js';
import { briefSection } from './brief.js';
import { courseSection } from './course.js';
import { paragraph, type ReportDocument, type Section } from '@standoff/document';
import type { Findings, LargeFindings } from './findings.js';
import { groundsSection } from './grounds.js';
import { tellLarge } from '../../large/tell.js';
import { sizeWords, tellCast } from '../../analyse/tell-cast.js';
import { makingSection } from './making.js';
import { outcomesSection } from './outcomes.js';
import { referencesSection } from './sources.js';
import { standingSection } from './standing.js';

/** What a report is made from: with the same, the same report comes out, byte for byte. */
export interface ReportOrigin {
  /** The situation's text. */
  readonly text: string;
  /** The version of Standoff. */
  readonly version: string;
  readonly seed: number;
  /** Bytes that the states might take. */
  readonly memory: number;
  readonly opponentsRule: AnalysisResult['opponentsRule'];
  /** How sources are cited; null: plainly. */
  readonly style: string | null;
  /** The day it was made, as given; null: not said. */
  readonly made: string | null;
}

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
      ? tellLarge(words, findings.analysis)
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
  ): Section[] =>
    answer ? [toldSection(name, TELLINGS[name] as Telling<unknown>, words, model, answer)] : [];
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
    ...told('scenarios', scenarios),
    ...told('commitments', commitments),
    ...told('agreements', agreements),
    ...told('coalitions', coalitions),
    ...told('factions', factions),
    ...told('perceive', perception),
    ...told('robustness', robustness),
    ...told('sensitivity', sensitivity),
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
    ...told('mediate', mediate),
    ...told('stakeholders', stakeholders),
    ...told('replay', replay),
    ...told('plausible', plausible),
    ...told('evidence', evidence),
  ];
}
