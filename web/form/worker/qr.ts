import { qrPath } from '../qr/qr-path.ts';

declare const self: DedicatedWorkerGlobalScope;

/** Draws the private link. A worker, so that the page's policy need not allow further scripts. */
self.addEventListener('message', ({ data }) => self.postMessage(qrPath(String(data))));
