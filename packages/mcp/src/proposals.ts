export { checkProposals, type Checked, type Refused } from './proposals/check.js';
export { withAddition } from './proposals/addition.js';
export { actorOf, wordsOf, type Accepted, type Addition } from './proposals/line.js';
export { draftProposals, type Drafted, type ModelServer } from './proposals/model-server.js';
export { Refusal } from './refusal.js';
export type { TextOnDesk } from './desk.js';
