import { defineProbe } from '../../kernel/probe.ts';

/** Records whether this machine has a network, and the proxy between it and the target. Sends nothing. */
export const surroundings = defineProbe({
  key: 'surroundings',
  after: [],
  plan: 'walk',
  async collect({ target, ports }) {
    return { online: ports.surroundings.online, proxy: ports.surroundings.proxyFor(target.endpoint) };
  },
});
