import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { supportedVersions } from '../../parsing/negotiation.ts';
import { claudeOrigin } from '../../standards/hosts.ts';
import { modernVersion } from '../../standards/protocol.ts';
import { readRpc, rpcAsk } from './rpc-request.ts';

/** server/discover with a browser's Origin: what guards against DNS rebinding may refuse it, and Claude's cloud sends none. */
export const browserOrigin = defineProbe({
  key: 'browser-origin',
  after: ['discover'],
  plan: 'side',
  async collect({ target, ask, when }) {
    const plain = observed(await when('discover'));
    if (plain?.exchange.kind !== 'response') return new Unavailable('prerequisite');
    const request = rpcAsk({
      url: target.endpoint,
      era: 'modern',
      method: 'server/discover',
      step: null,
      id: 70,
      origin: claudeOrigin,
      limit: 'side',
    });
    return { ...readRpc(await ask(request), 70), origin: claudeOrigin };
  },
});

/**
 * A modern request whose version header and body disagree: the server must refuse it.
 * @see https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#server-validation
 */
export const headerMismatch = defineProbe({
  key: 'header-mismatch',
  after: ['discover'],
  plan: 'side',
  async collect({ target, ask, when }) {
    const plain = observed(await when('discover'));
    if (!plain || !supportedVersions(plain.reply).includes(modernVersion)) return new Unavailable('prerequisite');
    const request = rpcAsk({
      url: target.endpoint,
      era: 'modern',
      method: 'server/discover',
      step: null,
      id: 71,
      params: { _meta: { 'io.modelcontextprotocol/protocolVersion': '2026-07-27' } },
      limit: 'side',
    });
    return readRpc(await ask(request), 71);
  },
});
