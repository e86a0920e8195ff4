import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SkippedList } from '../../../components/findings/SkippedList.tsx';
import type { Skipped } from '../../../lib/kernel/finding.ts';
import { sampleReport } from '../report/sample-report.ts';

function shown(subject: 'connector' | 'bundle' | 'browser', skipped: readonly Skipped[]): string {
  const report = sampleReport({ subject, skipped });
  return renderToStaticMarkup(createElement(SkippedList, { report, notSeen: ['what it does when it runs'] }));
}

describe('what could not be checked', () => {
  it.each(['bundle', 'browser'] as const)('is left out for a %s of which everything could be', (subject) => {
    expect(shown(subject, [])).toBe('');
  });

  it('stands there for a bundle with a check that was skipped', () => {
    expect(shown('bundle', [{ code: 'bundle.icon-missing', because: 'prerequisite' }])).toContain(
      'Can be read only where the rest of the bundle can',
    );
  });

  it('always names Anthropic’s own view of a connector', () => {
    expect(shown('connector', [])).toContain('Anthropic’s own view');
  });
});
