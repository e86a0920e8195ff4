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
      { code: 'icon.server-icons', severity: 'note', values: { given: 2, looked: 2, loaded: 2, unseen: 0 } },
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
    expect(found).toEqual(['icon.server-icon-broken']);
    expect(findings[0]).toMatchObject({ severity: 'problem', confidence: 'certain', values: { count: 1, loaded: 1 } });
    expect(findings[0]?.words.detail).toContain(words);
    expect(findings[0]?.words.detail).toContain('Of 2 icons that were looked at, 1 loads');
  });

  it.each([
    ['are not found', null, exchange(404, '', {}, { url }), 'status'],
    [
      'lead to another origin',
      image(),
      exchange(200, '', {}, { url, finalUrl: 'https://cdn.acme.dev/i.png' }),
      'redirect',
    ],
  ] as const)('are a warning when they %s', (_, picture, answer, why) => {
    expect(said(serverIcon(picture, { exchange: answer })).findings).toMatchObject([
      { code: 'icon.server-icon-broken', severity: 'warning', confidence: 'certain', values: { why } },
    ]);
  });

  it.each([
    ['no address for the name', failedExchange('dns', { url }), 'icon.png, its name was not found'],
    ['no answer', failedExchange('timeout', { url }), 'icon.png, no answer in time'],
    ['a server in trouble', exchange(503, '', {}, { url }), 'icon.png, HTTP status 503'],
  ])('are not judged after %s', (_, answer, words) => {
    const unseen = serverIcon(null, { exchange: answer });
    const { findings, skipped } = said(unseen, unseen, serverIcon(image()));
    expect(findings).toMatchObject([
      { code: 'icon.server-icons', severity: 'note', confidence: 'possible', values: { loaded: 1, unseen: 2 } },
    ]);
    expect(findings[0]?.words.detail).toContain('could not be asked from here');
    expect(findings[0]?.words.detail).toContain(words);
    expect(skipped['icon.server-icon-broken']).toBe('not-reached');
  });

  it('show the surest defect of several', () => {
    const { findings } = said(
      serverIcon(null, { exchange: failedExchange('timeout') }),
      serverIcon(null, { exchange: exchange(404) }),
      serverIcon(null),
    );
    expect(findings).toMatchObject([
      { code: 'icon.server-icon-broken', severity: 'problem', values: { count: 2, why: 'no-picture' } },
    ]);
  });
});
