import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGallery, serveGallery } from '../tests/browser/gallery/build-gallery.ts';

/** Serves the gallery of all screens in all states until it is interrupted. */
const folder = mkdtempSync(join(tmpdir(), 'connector-doctor-gallery-'));
await buildGallery(folder);
const { url } = await serveGallery(folder);
process.stdout.write(`Screens in all their states: ${url} (Ctrl-C ends it)\n`);
