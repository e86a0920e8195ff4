import { observed } from '../../kernel/observation.ts';
import { defineProbe, Unavailable } from '../../kernel/probe.ts';
import { supportedVersions } from '../../parsing/negotiation.ts';
import { modernVersion } from '../../standards/protocol.ts';
import { openSession } from './initialize.ts';

/** The same initialize on the form with the trailing slash: Claude strips that slash, so it is tried only when the stripped form fails. */
export const slashForm = defineProbe({
  key: 'slash-form',
  after: ['initialize', 'discover'],
  plan: 'walk',
  async collect(context) {
    const { target, when } = context;
    if (target.slashEndpoint === null) return new Unavailable('prerequisite');
    const initialize = observed(await when('initialize'));
    if (!initialize || initialize.exchange.kind === 'failure') return new Unavailable('prerequisite');
    if (initialize.reply.kind === 'result' || initialize.exchange.status === 401)
      return new Unavailable('prerequisite');
    const discover = observed(await when('discover'));
    if (discover && supportedVersions(discover.reply).includes(modernVersion)) return new Unavailable('prerequisite');
    const { exchange, reply } = await openSession(context, target.slashEndpoint);
    return { exchange, reply, url: context.redactUrl(target.slashEndpoint) };
  },
});
