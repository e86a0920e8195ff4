import { describe, expect, it } from 'vitest';
import { progressLine } from '../../../lib/cli/progress.ts';

describe('progressLine', () => {
  it('shows the earliest question that is still open, and each line once', () => {
    const lines: string[] = [];
    const tell = progressLine((line) => lines.push(line));
    tell({ kind: 'probe-started', key: 'local-resolution' });
    tell({ kind: 'probe-started', key: 'initialize' });
    tell({ kind: 'probe-started', key: 'listing' });
    tell({ kind: 'probe-settled', key: 'initialize' });
    tell({ kind: 'probe-settled', key: 'local-resolution' });
    tell({ kind: 'probe-settled', key: 'listing' });
    expect(lines).toEqual(['Asking this machine for the server’s address…', 'Asking for the list of tools…']);
  });
});
