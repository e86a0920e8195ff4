import { say } from '../../lib/i18n/say.ts';
import type { Report } from '../../lib/kernel/report.ts';
import { pathMayHoldSecret } from '../../lib/parsing/secret-segment.ts';
import { Notice } from '../ui/Notice.tsx';
import { wordsOfPart } from './parts.ts';

/** That the connector’s address may be the key to it, as long as its path goes with the report. */
export function AddressKeyWarning({ report }: { readonly report: Report }) {
  const { target, withheld = [] } = report;
  if (target === null || !('url' in target) || withheld.includes('paths')) return null;
  // What was taken out of the address is no key any more.
  if (!pathMayHoldSecret(target.url.replace(/redacted(?:-[a-z]+-\d+)?/g, 'mcp'))) return null;
  return (
    <Notice tone="degraded" title={say('The address itself may be the key')}>
      <p className="max-w-prose">
        {say(
          'Its path holds what may be one, so that whoever reads the address could use the connector. In files and in the link it stands as it is: leave out “{paths}” unless they may have it.',
          { paths: say(wordsOfPart('paths', report).name) },
        )}
      </p>
    </Notice>
  );
}
