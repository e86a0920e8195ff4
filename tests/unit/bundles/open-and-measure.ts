import { openAsBlob, readFileSync } from 'node:fs';
import { bundleReport } from '../../../lib/bundle-report.ts';
import { openBundle } from '../../../lib/bundles/open-bundle.ts';

// A process of its own: its memory is that of opening one bundle, and of making its report.
const [, , file = ''] = process.argv;
const { evidence } = await openBundle(await openAsBlob(file), file);
const report = bundleReport(evidence, { startedAt: 0, durationMs: 1, vantage: 'cli', environment: null });
const codes = report.findings.map(({ code }) => code);
process.stdout.write(JSON.stringify({ codes, mebibytes: highest() / 1024 }));

/** In KiB. On Linux `maxRSS` counts what the parent had when it started this process. */
function highest(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
