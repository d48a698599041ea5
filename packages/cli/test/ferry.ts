import { createAnchor } from '@standoff/evidence/anchor';
import { readText } from '@standoff/evidence/read';
import {
  NO_ANNOTATIONS,
  printAnnotations,
  textVersion,
  withAnchor,
} from '@standoff/evidence/records';
import { expect } from 'vitest';
import { ownPlace, type Place } from './place.js';
import { schemaFaults } from './schema-faults.js';

/** An article. */
export const FERRY = `Ferry talks stall

By Ann Example

3 May 2024

The island council will vote on the ferry in May.

The operator says that without a subsidy the line closes.

The mayor is against it. The fishermen have not been asked.
`;
/** A situation that cites it. */
export const SITUATION = `situation "The ferry"
source ferry "Ferry talks stall" { author "Ann Example" published 2024-05-03 }
actor Operator "The operator" {
  option close "Close the line" @ferry:P2#subsidy
  prefers { close @ferry:P2 because "it says so" }
}
actor Mayor "The mayor" { option pay "Pay" prefers { not pay @ferry:P3 rests on empty } }
claim empty "The coffers are empty" stated by Mayor @ferry:P3
`;

/** A folder with the article, and in `case` the situation. */
export interface Ferry extends Place {
  /** What a command answers as JSON, which fits its schema. */
  json(...args: readonly string[]): Promise<Record<string, unknown>>;
  /** An annotation on the operator's words, made in the text as it is. */
  annotate(): Promise<void>;
}

/** One for each test of the file that calls this. */
export function ownFerry(): Ferry {
  const place = ownPlace(({ put }) => {
    put('case/ferry.standoff', SITUATION);
    put('ferry.txt', FERRY);
  });
  return Object.assign(place, {
    async json(...args: readonly string[]) {
      const { stdout } = await place.run(...args, '--json');
      const answer = JSON.parse(stdout) as Record<string, unknown>;
      expect(await schemaFaults(answer)).toEqual([]);
      return answer;
    },
    async annotate() {
      const { text, paragraphs } = await readText(Buffer.from(FERRY), { name: 'ferry.txt' });
      const start = text.indexOf('without a subsidy');
      const anchor = createAnchor(
        { text, paragraphs, version: textVersion(text) },
        { id: 'subsidy', source: 'ferry', start, end: start + 17, comment: 'a threat?' },
      );
      place.put('case/annotations.json', printAnnotations(withAnchor(NO_ANNOTATIONS, anchor)));
    },
  });
}
