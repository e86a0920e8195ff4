import { expect, it } from 'vitest';
import type { TokenShape } from '../../../../lib/kernel/report.ts';
import { sampleReport } from '../sample-report.ts';
import { without } from './planted.ts';

const shape: TokenShape = {
  mark: 'redacted-token-1',
  header: { alg: 'RS256', crit: 'https://login.payroll.example.org/bound, b64' },
  claims: [
    'iss',
    'https://payroll.example.org/roles',
    'http://payroll.example.org:8080/groups',
    'payroll.example.org/tenant',
  ],
};

it('leaves hosts out of the names of claims as well', () => {
  const report = sampleReport({ tokenShapes: [shape] });
  const { tokenShapes = [] } = without(report, 'host');
  expect(JSON.stringify(tokenShapes)).not.toContain('payroll');
  expect(tokenShapes).toMatchObject([{ mark: 'redacted-token-1', header: { alg: 'RS256' } }]);
  expect(tokenShapes[0]?.claims[0]).toBe('iss');
  expect(tokenShapes[0]?.claims[1]).toMatch(/^https:\/\/[\w.-]+\/roles$/);
});
