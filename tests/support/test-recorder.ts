import { createRecorder, type Recorder, type RecorderSettings } from '../../lib/engine/recorder.ts';

/** A recorder for probes that are run by themselves: limits that nothing meets, and a clock that stands still. */
export function testRecorder(
  given: Pick<RecorderSettings, 'network' | 'redaction' | 'ownOrigin' | 'signal'> & Partial<RecorderSettings>,
): Recorder {
  return createRecorder({
    userAgent: 'test',
    ownHeaders: {},
    privateAllowed: false,
    stepTimeoutMs: 1_000,
    sideTimeoutMs: 1_000,
    maxBodyBytes: 1_000_000,
    maxRunBytes: 100_000_000,
    now: () => 0,
    ...given,
  });
}
