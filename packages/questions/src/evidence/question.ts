import { standard } from '../parameters.js';
import { question } from '../question.js';

export const evidence = question({
  name: 'evidence',
  asks: 'what rests on which passage or on nothing, and what would differ without it',
  title: 'What it rests on',
  asked: 'what it rests on',
  takes: { standard: standard() },
  examples: ['cases/korea-2018', "harbour --json | jq '.bare[].text'"],
  lane: 'long',
  solve: async () => {
    const { evidence: solve } = await import('./solve.js');
    return async (prepared, { texts, ...options }) =>
      solve(prepared, { ...options, texts: (await texts?.()) ?? [] });
  },
  tell: async () => (await import('./tell.js')).tellEvidence,
});
