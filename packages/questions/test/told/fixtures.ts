import { readFileSync } from 'node:fs';
import type { AnalysisResult } from '../../src/analyse/answer.js';
import type { ExplanationResult } from '../../src/explain/answer.js';

/** Frozen answers of `standoff analyse --json` and `explain --json`; see the situations beside them. */
export function analysis(name: 'harbour' | 'river' | 'indifference'): AnalysisResult {
  return read(`${name}.json`) as AnalysisResult;
}

export function explanations(name: 'river-explained' | 'river-upland'): ExplanationResult[] {
  return (read(`${name}.json`) as { explanations: ExplanationResult[] }).explanations;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8'));
}
