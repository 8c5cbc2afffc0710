// The part of the sync engine that acts and sends.

export { type Dispatched, dispatch } from './dispatch.ts';
export { forgetFiles, offerFilesAgain } from './files.ts';
export { letQueueGo } from './held.ts';
export { exclusively } from './locks.ts';
export { type FilePorts, sendFiles } from './send-files.ts';
export { sync } from './syncer.ts';
export { takeBack } from './take-back.ts';
export { httpTransport } from './transport.ts';
