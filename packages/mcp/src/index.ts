export { tokensIn, USUAL_TOKENS } from './budget.js';
export type { Asked, CaseOpened, Desk, NamedText, TextOnDesk, Told } from './desk.js';
export { serveHttp, type HttpOptions, type RunningHttp } from './http.js';
export { serveStdio, type Lines } from './stdio.js';
