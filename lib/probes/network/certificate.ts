import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { within } from './within.ts';

/** Looks at the certificate chain that the target's host sends, in a handshake of its own. */
export const certificate = defineProbe({
  key: 'certificate',
  after: [],
  plan: 'walk',
  needsPort: 'tls',
  async collect({ target, ports, options, signal, redact }) {
    const url = new URL(target.endpoint);
    if (url.protocol !== 'https:') return new Unavailable('prerequisite');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const port = url.port === '' ? 443 : Number(url.port);
    const patience = within(ports.clock, options.stepTimeoutMs, signal);
    const inspected = await ports.tls?.inspect(host, port, patience.signal);
    patience.release();
    if (!inspected) throw new Error('needsPort promised a TLS port');
    if (inspected.kind === 'failure') return { host, port, peer: null, failure: redact(inspected.detail) };
    return { host, port, peer: inspected.peer, failure: null };
  },
});
