import { clientGiven, defineProbe } from '../../kernel/probe.ts';

/** Records what was typed and under which conditions it is looked at. Sends nothing. */
export const typed = defineProbe({
  key: 'typed',
  after: [],
  plan: 'walk',
  async collect({ target, options }) {
    return {
      ...target.typed,
      local: target.local,
      connectTo: options.connectTo,
      headerNames: options.headerNames,
      clientGiven: clientGiven(options.client),
      stepTimeoutMs: options.stepTimeoutMs,
    };
  },
});
