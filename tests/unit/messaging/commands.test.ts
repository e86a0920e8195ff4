import { afterEach, expect, it, vi } from 'vitest';

/** What the browser does with each message: delivers it with an answer, or says why there is none. */
type Outcome = { readonly answer: unknown } | { readonly problem: string };

const nobodyThere = { problem: 'Could not establish connection. Receiving end does not exist.' };
const answered = { answer: { res: { ok: true, value: null } } };

const outcomes: Outcome[] = [];
const messages: unknown[] = [];
const runtime = {
  id: 'ours',
  sendMessage(message: unknown): Promise<unknown> {
    messages.push(message);
    const outcome = outcomes.shift() ?? answered;
    return 'problem' in outcome ? Promise.reject(new Error(outcome.problem)) : Promise.resolve(outcome.answer);
  },
};
vi.stubGlobal('chrome', { runtime });
const { send } = await import('../../../lib/messaging/commands.ts');

afterEach(() => {
  outcomes.length = 0;
  messages.length = 0;
});

const cancel = (): Promise<unknown> => send('cancelRun', { runId: 'one' });

it('gives a command once more where it was not delivered, as to a worker that was just put to rest', async () => {
  outcomes.push(nobodyThere, nobodyThere);
  expect(await cancel()).toEqual({ ok: true, value: null });
  expect(messages).toHaveLength(3);
  for (const message of messages) expect(message).toMatchObject({ type: 'cancelRun', data: { runId: 'one' } });
});

it('says so in the end where there is nobody to take it', async () => {
  outcomes.push(nobodyThere, nobodyThere, nobodyThere);
  await expect(cancel()).rejects.toThrow(nobodyThere.problem);
  expect(messages).toHaveLength(3);
});

it.each([
  ['the background ended over it', { problem: 'The message port closed before a response was received.' }],
  ['there came no answer', { answer: undefined }],
  ['the background refused it', { answer: { err: { name: 'Error', message: 'no' } } }],
])('gives no command twice that may have been carried out: %s', async (_, outcome) => {
  outcomes.push(outcome);
  await expect(cancel()).rejects.toThrow();
  expect(messages).toHaveLength(1);
});
