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
import { QUESTIONS } from './questions.js';
import { tellStakeholders } from './stakeholders/tell.js';

/** How the answers are told, by the name of the command that asks; see `Telling`. */
export const TELLINGS = {
  outlook: {
    title: QUESTIONS.outlook.title,
    tell: tellOutlook,
  },
  scenarios: {
    title: QUESTIONS.scenarios.title,
    tell: tellScenarios,
  },
  grounds: {
    title: QUESTIONS.grounds.title,
    tell: tellGrounds,
  },
  evidence: {
    title: QUESTIONS.evidence.title,
    tell: tellEvidence,
  },
  commitments: {
    title: QUESTIONS.commitments.title,
    tell: tellCommitments,
  },
  agreements: {
    title: QUESTIONS.agreements.title,
    tell: tellAgreements,
  },
  mediate: {
    title: QUESTIONS.mediate.title,
    tell: tellMediate,
  },
  stakeholders: {
    title: QUESTIONS.stakeholders.title,
    tell: tellStakeholders,
  },
  coalitions: {
    title: QUESTIONS.coalitions.title,
    tell: tellCoalitions,
  },
  factions: {
    title: QUESTIONS.factions.title,
    tell: tellFactions,
  },
  robustness: {
    title: QUESTIONS.robustness.title,
    tell: tellRobustness,
  },
  ask: {
    title: QUESTIONS.ask.title,
    tell: tellAsk,
  },
  sensitivity: {
    title: QUESTIONS.sensitivity.title,
    tell: tellSensitivity,
  },
  replay: {
    title: QUESTIONS.replay.title,
    tell: tellReplay,
  },
  perceive: {
    title: QUESTIONS.perceive.title,
    tell: tellPerceive,
  },
  plausible: {
    title: QUESTIONS.plausible.title,
    tell: tellPlausible,
  },
};
