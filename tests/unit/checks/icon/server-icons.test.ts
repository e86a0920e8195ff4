import { describe, expect, it } from 'vitest';
import { serverIconsCheck } from '../../../../lib/checks/icon/server-icons.ts';
import type { ServerIcon } from '../../../../lib/kernel/evidence-icons.ts';
import { exchange, failedExchange, judged } from '../../../support/evidence-builders.ts';
import { image, serverIcon } from './built-icons.ts';

function said(...icons: readonly ServerIcon[]) {
  return judged([serverIconsCheck], { 'server-icons': { given: icons.length, icons } });
}

const url = 'https://mcp.acme-tools.com/icon.png';

describe('the server’s own icons', () => {
  it('are a fact when they load', () => {
    const inline = serverIcon(image(), { url: 'data:image/png;base64,…', exchange: null });
    const { findings, passed } = said(serverIcon(image()), inline);
    expect(findings).toMatchObject([
      { code: 'icon.server-icons', severity: 'note', values: { given: 2, looked: 2, loaded: 2 } },
    ]);
    expect(passed).toEqual(['icon.server-icon-broken']);
  });

  it('are no question when there are none', () => {
    expect(said()).toMatchObject({ found: [], skipped: { 'icon.server-icon-broken': 'not-applicable' } });
    expect(judged([serverIconsCheck], { 'server-icons': 'needs-sign-in' }).skipped['icon.server-icons']).toBe(
      'needs-sign-in',
    );
  });

  it.each([
    ['not found', { exchange: exchange(404, '', {}, { url }) }, 'answered with HTTP status 404'],
    ['a web page', {}, 'holds no picture'],
    ['plain http', { exchange: null, refused: 'not-https' }, 'neither an https nor a data: address'],
    [
      'a script',
      { url: 'javascript:alert(1)', exchange: null, refused: 'invalid-url' },
      'neither an https nor a data: address',
    ],
    ['a relative path', { url: 'icon.png', exchange: null, refused: 'invalid-url' }, 'is no address'],
    ['a private address', { exchange: null, refused: 'private-address' }, 'is a private address'],
  ] as const)('are broken as %s', (_, rest, words) => {
    const { found, findings } = said(serverIcon(image()), serverIcon(null, rest));
    expect(found).toEqual(['icon.server-icon-broken', 'icon.server-icons']);
    const broken = findings.find(({ code }) => code === 'icon.server-icon-broken');
    expect(broken).toMatchObject({ severity: 'problem', confidence: 'certain', values: { count: 1 } });
    expect(broken?.words.detail).toContain(words);
  });

  it('are broken when they lead to another origin', () => {
    const away = exchange(200, '', {}, { url, finalUrl: 'https://cdn.acme-static.com/icon.png' });
    const { findings } = said(serverIcon(image(), { exchange: away }));
    expect(findings.find(({ code }) => code === 'icon.server-icon-broken')?.values['why']).toBe('redirect');
  });

  it.each([
    ['no answer', failedExchange('timeout', { url })],
    ['a server in trouble', exchange(503, '', {}, { url })],
  ])('are only likely broken after %s', (_, answer) => {
    const { findings } = said(serverIcon(null, { exchange: answer }));
    expect(findings.find(({ code }) => code === 'icon.server-icon-broken')).toMatchObject({
      severity: 'warning',
      confidence: 'likely',
    });
  });

  it('show the surest defect of several', () => {
    const { findings } = said(
      serverIcon(null, { exchange: failedExchange('timeout') }),
      serverIcon(null, { exchange: exchange(404) }),
    );
    expect(findings.find(({ code }) => code === 'icon.server-icon-broken')).toMatchObject({
      severity: 'problem',
      values: { count: 2, why: 'status' },
    });
  });
});
