/** The commands that answer where the states are too many to be listed, as an error says it. */
export const WITHOUT_LIST =
  'analyse, briefing, states, explain, outlook, scenarios, commitments, agreements, stakeholders, factions, replay and plausible';
