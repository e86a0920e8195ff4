import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveFetches } from '../lib/adapters/browser/fetch-worker.ts';

/** Sends requests for the engine's document, in a worker of it. */
export default defineUnlistedScript(() => serveFetches(globalThis as unknown as Parameters<typeof serveFetches>[0]));
