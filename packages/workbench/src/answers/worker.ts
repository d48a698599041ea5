import { Answering } from './answering.js';
import type { ToWorker } from './protocol.js';

const waiting = new MessageChannel();
const work: (() => void)[] = [];
waiting.port1.onmessage = () => work.shift()?.();

const answering = new Answering(
  (message) => self.postMessage(message),
  (one) => {
    work.push(one);
    waiting.port2.postMessage(null);
  },
  () => performance.now(),
);
self.onmessage = ({ data }: MessageEvent<ToWorker>) => answering.receive(data);
