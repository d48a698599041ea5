import { CONCEPTS, DEFINITIONS } from '@standoff/engine';
import { MODEL_SCHEMA } from '@standoff/model';
import { counted, figure } from '../../told/english.js';
import { CARRIED, tellCarried } from '../../analyse/tell-carried.js';
import { sha256 } from './sha256.js';
import {
  code,
  heading,
  item,
  list,
  paragraph,
  strong,
  type Content,
  type Section,
} from '@standoff/document';
import type { Findings, LargeFindings } from './findings.js';
import type { ReportOrigin } from './origin.js';

/** The model in full, and all that is needed to make the report again. */
export function makingSection(
  { analysis }: Findings | LargeFindings,
  origin: ReportOrigin,
): Section {
  const { text, version, seed, memory, opponentsRule, style, made } = origin;
  const row = (name: string, ...value: Content): Content[] => [[name], value];
  return {
    id: 'making',
    title: 'How this was made',
    blocks: [
      paragraph(
        'By Standoff, from the model below, by the Graph Model for Conflict Resolution. A state holds when it is stable for every decision maker; a decision maker is stable under',
      ),
      ...list(
        CONCEPTS.map((concept) => item([strong(concept), ` if ${DEFINITIONS[concept].meaning}.`])),
      ),
      paragraph(
        opponentsRule === 'legal sequences'
          ? 'The others may answer by any sequence of moves in which nobody moves twice in a row.'
          : 'The others may answer by moving at most once each.',
      ),
      ...(analysis.carried.length === 0
        ? []
        : [paragraph(`${CARRIED}:`), ...tellCarried(analysis.carried)]),
      {
        block: 'table',
        caption: 'What it was made from',
        columns: [
          { head: ['What'], align: 'start' },
          { head: ['Value'], align: 'start' },
        ],
        groups: [
          {
            title: '',
            rows: [
              row('Tool', `Standoff ${version}`),
              row('Form of the model', code(MODEL_SCHEMA)),
              row('SHA-256 of the situation', code(sha256(text))),
              row('Seed', String(seed)),
              row('Others’ answers', opponentsRule),
              row('Memory allowed', `${figure(memory)} bytes`),
              row('References', style ?? 'plain'),
              ...(made === null ? [] : [row('Made on', made)]),
            ],
          },
        ],
      },
      paragraph(
        'Whoever has the tool can have every figure worked out again and compared: ',
        code('standoff report --verify FILE'),
        '.',
      ),
      heading('The model'),
      paragraph(
        `${counted(text.split('\n').length - (text.endsWith('\n') ? 1 : 0), 'line')}, complete. “#” begins a comment; “@” cites a passage.`,
      ),
      { block: 'listing', label: 'The text of the situation', text },
    ],
  };
}
