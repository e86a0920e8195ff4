import { explain } from '../lib/help/explain.ts';
import { median } from './measure.ts';

const runs = 200;
const known = 'Couldn’t reach the MCP server. You can check the server URL and verify the server is running.';
/** The slowest case: nothing is found, so that every phrase is searched for again with misread letters. */
const prose = 'Nobody could reach the museum before noon; if this persists, check the address of the garden. ';

/** How long it takes to explain 1,000 characters once the program runs. */
export function measureExplain(): void {
  const words = [`${known} ${prose.repeat(10)}`, prose.repeat(11)].map((text) => {
    const times = Array.from({ length: runs }, () => {
      const started = performance.now();
      explain(text.slice(0, 1_000));
      return performance.now() - started;
    });
    return median(times).toFixed(2);
  });
  process.stdout.write(
    `1,000 characters explained, median of ${String(runs)}: ${words[0] ?? ''} ms known, ${words[1] ?? ''} ms unknown (budget 5)\n`,
  );
}
