import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { documentView } from '../lib/page/document-view.ts';
import { readPage } from '../lib/page/read-page.ts';

/** Reads a page of Claude's once, at the person's click, and leaves nothing behind. Its result is the sighting, or null. */
export default defineUnlistedScript(() => readPage(documentView(document), Date.now()));
