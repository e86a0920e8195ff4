import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAuthority } from '../../clinic/authority.ts';
import { routes } from '../../clinic/http-call.ts';
import { mcpServer } from '../../clinic/mcp-server.ts';
import { createStage } from '../../clinic/stage.ts';
import { decodeReport } from '../../lib/report/data/codec.ts';
import { runProgram } from './program.ts';

it('blames no server for an authority that only this machine trusts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'connector-doctor-'));
  const stage = await createStage(await createAuthority());
  try {
    const ca = join(folder, 'company.pem');
    writeFileSync(ca, stage.caPem);
    await stage.host('mcp.notebook.dev', routes({ '/mcp': mcpServer() }));
    const leads = stage.connectTo.flatMap((lead) => ['--connect-to', lead]);
    const words = ['check', 'https://mcp.notebook.dev/mcp', ...leads, '--format', 'json'];

    const trusted = await runProgram(words, { env: { NODE_EXTRA_CA_CERTS: ca } });
    const report = decodeReport(trusted.stdout);
    expect(report.ok && report.report.verdict).toBe('ready');
    expect(report.ok && report.report.findings.map(({ code }) => code)).toContain('client.tls-interception');
    expect(report.ok && report.report.skipped).toContainEqual({ code: 'tls.untrusted-issuer', because: 'vantage' });

    const untrusted = decodeReport((await runProgram(words)).stdout);
    expect(untrusted.ok && untrusted.report.primary?.code).toMatch(/^tls\./);
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true });
  }
});
