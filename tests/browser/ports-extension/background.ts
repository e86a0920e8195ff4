import { browser } from 'wxt/browser';
import { createRequestCalls } from '../../../lib/adapters/browser/request-calls.ts';
import { createRequestRules } from '../../../lib/adapters/browser/request-rules.ts';
import { createRequestWatch } from '../../../lib/adapters/browser/request-watch.ts';
import { acceptEngine } from '../../../lib/messaging/engine-channel.ts';
import { isTestCommand, type PermissionPolicy, type TestCommand } from './commands.ts';

/** A background with nothing but the calls of the engine, and a person whose answers to permissions the test gives. */
const watch = createRequestWatch();
const rules = createRequestRules();
watch.start();

let policy: PermissionPolicy = 'granted';
const waiting: ((answer: 'granted' | 'declined') => void)[] = [];

browser.runtime.onConnect.addListener((port) => {
  acceptEngine(port, {
    calls: {
      ...createRequestCalls(watch, rules),
      permission: () => (policy === 'ask' ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(policy)),
    },
    onMessage: () => undefined,
    onGone: () => undefined,
  });
});

browser.runtime.onMessage.addListener((command: unknown, _, reply: (answer: unknown) => void) => {
  if (!isTestCommand(command) || command.to !== 'background') return undefined;
  void answer(command).then(reply);
  return true;
});

async function answer(command: Extract<TestCommand, { to: 'background' }>): Promise<unknown> {
  switch (command.kind) {
    case 'start':
      return startEngine();
    case 'rules':
      return browser.declarativeNetRequest.getSessionRules();
    case 'waiting':
      return waiting.length;
    case 'policy':
      policy = command.policy;
      if (policy !== 'ask') for (const decide of waiting.splice(0)) decide(policy);
      return undefined;
  }
}

async function startEngine(): Promise<void> {
  if ('offscreen' in browser) {
    await browser.offscreen.createDocument({ url: 'engine.html', reasons: ['WORKERS'], justification: 'test' });
    return;
  }
  const frame = document.createElement('iframe');
  frame.src = 'engine.html';
  await new Promise((resolve) => {
    frame.addEventListener('load', resolve);
    document.body.append(frame);
  });
}
