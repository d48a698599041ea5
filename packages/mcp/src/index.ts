export { DATA_NOTE, tokensIn, USUAL_TOKENS } from './budget.js';
export type { Asked, CaseOpened, Desk, NamedText, TextGiven, TextOnDesk, Told } from './desk.js';
export { serveHttp, type HttpOptions, type RunningHttp } from './http.js';
export { serveStdio, type Lines } from './stdio.js';
