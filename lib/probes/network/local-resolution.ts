import { ipLiteral } from '../../kernel/address.ts';
import { defineProbe } from '../../kernel/probe.ts';
import { within } from './within.ts';

/** Asks the system's resolver for the target's host, as this machine's own requests do. */
export const localResolution = defineProbe({
  key: 'local-resolution',
  after: [],
  plan: 'walk',
  needsPort: 'dns',
  async collect({ target, ports, options, signal }) {
    const host = new URL(target.endpoint).hostname;
    const literal = ipLiteral(host);
    if (literal) {
      const a = literal.version === 4 ? [literal.address] : [];
      const aaaa = literal.version === 6 ? [literal.address] : [];
      return { host, literal: true, a, aaaa, failure: null, detail: '' };
    }
    const patience = within(ports.clock, options.stepTimeoutMs, signal);
    const lookup = await ports.dns?.lookup(host, patience.signal);
    patience.release();
    if (!lookup) throw new Error('needsPort promised a resolver');
    return { host, literal: false, ...lookup };
  },
});
