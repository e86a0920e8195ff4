import { serveFetches } from '../../../lib/adapters/browser/fetch-worker.ts';

serveFetches(globalThis as unknown as Parameters<typeof serveFetches>[0]);
