import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHar } from '../../lib/report/formats/render-har.ts';
import { sampleFailure, sampleReport, sampleResponse } from '../unit/report/sample-report.ts';

const start = 1_795_000_000_000;

/** What a check meets: a sign-in challenge, a redirect, an answer in bytes, and no answer at all. */
const report = sampleReport({
  verdict: 'broken',
  exchanges: [
    sampleResponse({
      status: 401,
      headers: {
        'content-type': 'application/json',
        'www-authenticate': 'Bearer realm="notes"',
        'access-control-allow-origin': '*',
      },
      body: '{"error":"“no” token"}',
    }),
    sampleResponse({
      id: 'e2',
      step: 5,
      method: 'GET',
      url: 'https://mcp.acme.dev/start?a=1',
      requestBody: null,
      redirects: [{ status: 302, from: 'https://mcp.acme.dev/start?a=1', to: 'https://mcp.acme.dev/end' }],
      finalUrl: 'https://mcp.acme.dev/end',
      status: 200,
      headers: { 'content-type': 'text/plain', 'set-cookie': 'a=b; Path=/, c=d; HttpOnly' },
      body: 'the end',
      timing: { startedAt: start + 500, headersMs: 120, durationMs: 150 },
    }),
    sampleResponse({
      id: 'e3',
      method: 'GET',
      url: 'https://mcp.acme.dev/bytes',
      finalUrl: 'https://mcp.acme.dev/bytes',
      requestBody: null,
      status: 200,
      timing: { startedAt: start + 700, headersMs: 10, durationMs: 20 },
      headers: { 'content-type': 'application/octet-stream' },
      body: 'a\u0000\u0001ü',
    }),
    sampleFailure({
      id: 'e4',
      url: 'https://mcp.acme.dev/never',
      method: 'GET',
      requestBody: null,
      timing: { startedAt: start + 800, headersMs: null, durationMs: 5 },
    }),
  ],
});

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'connector-doctor-har-'));
  writeFileSync(join(folder, 'report.har'), renderHar(report));
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

describe('a report as an HTTP Archive', () => {
  it('opens in the network panel of Chromium’s developer tools', async () => {
    const page = await browser.newPage();
    await page.goto('devtools://devtools/bundled/devtools_app.html');
    await expect
      .poll(() => page.evaluate(importing(renderHar(report))).catch((error: unknown) => String(error)))
      .toMatchObject([
        {
          method: 'POST',
          url: 'https://mcp.acme.dev/mcp',
          status: 401,
          duration: 90,
          body: '{"error":"“no” token"}',
        },
        { method: 'GET', url: 'https://mcp.acme.dev/start?a=1', status: 302 },
        {
          method: 'GET',
          url: 'https://mcp.acme.dev/end',
          status: 200,
          duration: 150,
          body: 'the end',
          cookies: ['a', 'c'],
        },
        { method: 'GET', url: 'https://mcp.acme.dev/bytes', status: 200, body: 'a\u0000\u0001ü' },
        {
          method: 'GET',
          url: 'https://mcp.acme.dev/never',
          status: 0,
        },
      ]);
    await page.close();
  });

  it('is replayed by another reader as it was seen', async () => {
    const context = await browser.newContext();
    await context.routeFromHAR(join(folder, 'report.har'), { notFound: 'abort' });
    const page = await context.newPage();
    await page.goto('https://mcp.acme.dev/start?a=1');
    expect(page.url()).toBe('https://mcp.acme.dev/end');
    expect(await page.evaluate(() => document.body.textContent)).toBe('the end');
    const answers = await page.evaluate(fetchAll, sampleResponse().requestBody);
    expect(answers).toEqual([
      {
        status: 401,
        challenge: 'Bearer realm="notes"',
        bytes: [...new TextEncoder().encode('{"error":"“no” token"}')],
      },
      { status: 200, challenge: null, bytes: [97, 0, 1, 195, 188] },
      'no answer',
    ]);
    await context.close();
  });
});

/**
 * Runs in the developer tools: imports the archive as its button does, and tells what the panel lists then. As text, for its modules
 * are the browser’s own, which nothing that bundles this test can find.
 */
function importing(har: string): string {
  return `(async (har) => {
    const [network, logs, ui] = await Promise.all([
      import('./panels/network/network.js'),
      import('./models/logs/logs.js'),
      import('./ui/legacy/legacy.js'),
    ]);
    await ui.ViewManager.ViewManager.instance().showView('network');
    const view = network.NetworkPanel.NetworkPanel.instance().networkLogView;
    await view.onLoadFromFile(new File([har], 'report.har'));
    const text = (base64) => new TextDecoder().decode(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
    return Promise.all(logs.NetworkLog.NetworkLog.instance().requests().map(async (request) => {
      const content = await request.requestContentData();
      return {
        method: request.requestMethod,
        url: request.url(),
        status: request.statusCode,
        duration: Math.round(request.duration * 1000),
        body: content.isTextContent ? content.text : text(content.base64),
        cookies: request.responseCookies.map((cookie) => cookie.name()),
      };
    }));
  })(${JSON.stringify(har)})`;
}

/** Runs in a page: real requests, answered from the archive alone. */
async function fetchAll(body: string | null): Promise<unknown> {
  const ask = async (url: string, init: RequestInit = {}) => {
    try {
      const answer = await fetch(url, init);
      const bytes = [...new Uint8Array(await answer.arrayBuffer())];
      return { status: answer.status, challenge: answer.headers.get('www-authenticate'), bytes };
    } catch {
      return 'no answer';
    }
  };
  return [await ask('/mcp', { method: 'POST', body }), await ask('/bytes'), await ask('/not-in-it')];
}
