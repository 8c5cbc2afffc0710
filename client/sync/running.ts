// The part of the sync engine that acts and sends.

export { type Dispatched, dispatch } from './dispatch.ts';
export { type FilePorts, sendAgain, sendFiles } from './files.ts';
export { exclusively } from './locks.ts';
export { sync } from './syncer.ts';
export { httpTransport } from './transport.ts';
