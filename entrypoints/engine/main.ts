import { connectToBackground, type EngineEnd } from '../../lib/messaging/engine-channel.ts';
import { createRunHost } from './run-host.ts';

const host = createRunHost(() => channel);
const channel: EngineEnd = connectToBackground({
  onMessage: (message) => host.take(message),
  runIds: () => host.runIds(),
});
