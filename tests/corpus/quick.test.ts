import { expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { createRig } from '../support/rig.ts';
import { diagnoseOn } from '../support/run-case.ts';
import { healthyCases } from './healthy.cases.ts';

it('asks a healthy server at most eight times with --quick, and only what Claude asks', async () => {
  const authority = await createAuthority();
  for (const healthy of healthyCases.filter(({ expect: { verdict }, flags }) => verdict === 'ready' && !flags)) {
    const rig = await createRig(authority);
    try {
      const typed = await healthy.start(rig);
      const report = await diagnoseOn(rig, typed, { quick: true, resolver: false });
      expect(report.verdict, healthy.name).toBe('ready');
      const pages = report.exchanges.filter(({ requestBody }) => requestBody?.includes('"cursor"')).length;
      expect(report.exchanges.length - pages, healthy.name).toBeLessThanOrEqual(8);
      expect(report.skipped, healthy.name).toContainEqual({ code: 'transport.origin-rejected', because: 'not-asked' });
      expect(report.passed, healthy.name).not.toContain('transport.stale-session-not-404');
    } finally {
      await rig.close();
    }
  }
});
