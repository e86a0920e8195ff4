import { describe, expect, it } from 'vitest';
import type { FailureReason } from '../../../../lib/kernel/exchange.ts';
import type { Answer } from '../../../../lib/kernel/probe.ts';
import { askAgainAlone } from '../../../../lib/probes/transport/ask-again.ts';
import { exchange, failedExchange } from '../../../support/evidence-builders.ts';

function failure(reason: FailureReason): Answer {
  const timing = { startedAt: 0, headersMs: null, durationMs: 1 };
  const received = { kind: 'failure', reason, detail: reason, redirects: [], remoteAddress: null, timing } as const;
  return { kind: 'failure', exchange: failedExchange(reason), received };
}

function response(end: 'complete' | 'timeout'): Answer {
  return { kind: 'response', exchange: exchange(405), text: '', headers: {}, end, finalUrl: '' };
}

async function asking(...answers: readonly Answer[]): Promise<{ readonly log: string[]; readonly answer: Answer }> {
  const log: string[] = [];
  const left = [...answers];
  const answer = await askAgainAlone(
    () => {
      log.push('asked');
      return Promise.resolve(left.shift() ?? failure('aborted'));
    },
    () => {
      log.push('waited for the others');
      return Promise.resolve();
    },
  );
  return { log, answer };
}

describe('a question that may have been held up by others of ours', () => {
  it.each([
    ['no answer came in time', failure('timeout')],
    ['its body did not end in time', response('timeout')],
  ])('is asked once more, after them, when %s', async (_what, late) => {
    const second = response('complete');
    const { log, answer } = await asking(late, second);
    expect(log).toEqual(['asked', 'waited for the others', 'asked']);
    expect(answer).toBe(second);
  });

  it('is asked no third time', async () => {
    const { log, answer } = await asking(failure('timeout'), failure('timeout'), response('complete'));
    expect(log).toHaveLength(3);
    expect(answer.kind).toBe('failure');
  });

  it.each([
    ['answered', response('complete')],
    ['refused', failure('reset')],
    ['ended by us', failure('aborted')],
  ])('is asked once when it was %s', async (_what, first) => {
    expect(await asking(first)).toEqual({ log: ['asked'], answer: first });
  });
});
