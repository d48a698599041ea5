import { tellAgreements } from './agreements/tell.js';
import { tellAsk } from './ask/tell.js';
import { tellCoalitions } from './coalitions/tell.js';
import { tellCommitments } from './commitments/tell.js';
import { tellEvidence } from './evidence/tell.js';
import { tellFactions } from './factions/tell.js';
import { tellGrounds } from './grounds/tell.js';
import { tellMediate } from './mediate/tell.js';
import { tellOutlook } from './outlook/tell.js';
import { tellPerceive } from './perceive/tell.js';
import { tellPlausible } from './plausible/tell.js';
import { tellReplay } from './replay/tell.js';
import { tellRobustness } from './robustness/tell.js';
import { tellScenarios } from './scenarios/tell.js';
import { tellSensitivity } from './sensitivity/tell.js';
import { tellStakeholders } from './stakeholders/tell.js';

/** How the answers are told, by the name of the command that asks; see `Telling`. */
export const TELLINGS = {
  outlook: {
    title: 'Where the present course leads',
    asked: 'where the present course leads',
    tell: tellOutlook,
  },
  scenarios: {
    title: 'What becomes of the scenarios',
    asked: 'what becomes of the scenarios',
    tell: tellScenarios,
  },
  grounds: {
    title: 'What the outcomes rest on',
    asked: 'what a conclusion rests on',
    tell: tellGrounds,
  },
  evidence: {
    title: 'What it rests on',
    asked: 'what it rests on',
    tell: tellEvidence,
  },
  commitments: {
    title: 'Whose word can be believed',
    asked: 'whose word can be believed',
    tell: tellCommitments,
  },
  agreements: {
    title: 'What agreements would be worth',
    asked: 'what its agreements would be worth',
    tell: tellAgreements,
  },
  mediate: {
    title: 'What would have to change',
    asked: 'what would have to change',
    tell: tellMediate,
  },
  stakeholders: {
    title: 'What it means for those who cannot move',
    asked: 'what it means for those who cannot move',
    tell: tellStakeholders,
  },
  coalitions: {
    title: 'What they could do together',
    asked: 'what they could do together',
    tell: tellCoalitions,
  },
  factions: {
    title: 'If another faction prevails',
    asked: 'which outcome if which faction prevails',
    tell: tellFactions,
  },
  robustness: {
    title: 'How much depends on what nobody knows',
    asked: 'how much depends on what nobody knows',
    tell: tellRobustness,
  },
  ask: {
    title: 'What to find out next',
    asked: 'what to find out next',
    tell: tellAsk,
  },
  sensitivity: {
    title: 'What single changes of a preference would change',
    asked: 'what single changes of a preference would change',
    tell: tellSensitivity,
  },
  replay: {
    title: 'What happened, and whether the model would have expected it',
    asked: 'what happened, held against the model',
    tell: tellReplay,
  },
  perceive: {
    title: 'Who takes it for what',
    asked: 'who takes it for what',
    tell: tellPerceive,
  },
  plausible: {
    title: 'Where the model does not fit',
    asked: 'where the model does not fit what is observed',
    tell: tellPlausible,
  },
};

export type AnswerOf<Name extends keyof typeof TELLINGS> = Parameters<
  (typeof TELLINGS)[Name]['tell']
>[1];
