import { browser } from 'wxt/browser';
import { createBrowserPorts } from '../../../lib/adapters/browser/ports.ts';
import type { NetworkRequest, Received } from '../../../lib/kernel/ports.ts';
import { connectToBackground } from '../../../lib/messaging/engine-channel.ts';
import { isTestCommand, type TestCommand, type TestRequest } from './commands.ts';

const { calls } = connectToBackground({ onMessage: () => undefined, runIds: () => ['test'] });
const ready = createBrowserPorts({ calls, runId: 'test', addressesAreEvidence: true });
const signals = new Map<number, AbortController>();
const pieces = new Map<number, string[]>();

browser.runtime.onMessage.addListener((command: unknown, _, reply: (answer: unknown) => void) => {
  if (!isTestCommand(command) || command.to !== 'engine') return undefined;
  void answer(command).then(reply);
  return true;
});

async function answer(command: Extract<TestCommand, { to: 'engine' }>): Promise<unknown> {
  const ports = await ready;
  switch (command.kind) {
    case 'request':
      return travelling(await ports.network.request(requestOf(command.id, command.request)));
    case 'abort':
      return signals.get(command.id)?.abort();
    case 'pieces':
      return pieces.get(command.id) ?? [];
    case 'lookup':
      return (await ports.dns?.lookup(command.hostname, new AbortController().signal)) ?? 'no dns port';
    case 'clock':
      return ports.clock.now();
  }
}

function requestOf(id: number, { enoughAt, ...rest }: TestRequest): NetworkRequest {
  const controller = new AbortController();
  signals.set(id, controller);
  pieces.set(id, []);
  return {
    method: 'GET',
    headers: {},
    maxRedirects: 10,
    secretHeaders: [],
    maxBodyBytes: 1_000_000,
    headersTimeoutMs: 20_000,
    totalTimeoutMs: 30_000,
    publicOnly: false,
    namedOrigin: null,
    ...rest,
    onHead: () => (enoughAt === 'head' ? 'stop' : 'go-on'),
    onText: (piece) => {
      pieces.get(id)?.push(piece);
      return enoughAt === 'text' ? 'stop' : 'go-on';
    },
    signal: controller.signal,
  };
}

/** Bytes do not survive a message. */
function travelling(received: Received): unknown {
  if (received.kind === 'failure' || !received.bytesBody) return received;
  return { ...received, bytesBody: [...received.bytesBody] };
}
