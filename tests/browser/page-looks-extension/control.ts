import { lookIntoPage, probeFromPage } from '../../../entrypoints/background/exam/page-look.ts';

/** The door for the test: a page in a tab, which looks into other tabs as the background does. */
Object.assign(globalThis, { lookIntoPage, probeFromPage });
