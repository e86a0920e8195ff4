import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageForms } from '../../../lib/parsing/page-forms.ts';

const url = 'https://auth.acme.dev/oauth/authorize?x=1';

describe('the forms of a page', () => {
  it('are read with their address, method and password', () => {
    const html = `<!doctype html><html><head><title> Sign
      in &amp; go </title></head><body>
      <form action="/login" METHOD="POST"><input TYPE="Password" name="p"></form>
      <form><input name="q"></form><form method="dialog" action="https://b.dev/x"></form></body></html>`;
    expect(pageForms(html, url)).toEqual({
      title: 'Sign in & go',
      forms: [
        { action: 'https://auth.acme.dev/login', method: 'post', asksForPassword: true },
        { action: url, method: 'get', asksForPassword: false },
        { action: 'https://b.dev/x', method: 'dialog', asksForPassword: false },
      ],
      hasScript: false,
      policies: [],
    });
  });

  it('follow the base, except where a form names no address', () => {
    const html = '<base href="/deep/"><form action="go" method="post"></form><form action=""></form><script></script>';
    const { forms, hasScript } = pageForms(html, url);
    expect(forms.map(({ action }) => action)).toEqual(['https://auth.acme.dev/deep/go', url]);
    expect(hasScript).toBe(true);
  });

  it('stand beside the policies of the head alone', () => {
    const meta = (policy: string) => `<meta http-equiv="content-security-policy" content="${policy}">`;
    const html = `<head>${meta('form-action a')}<meta http-equiv="refresh" content="1">${meta('x')}</head><body>${meta('y')}</body>`;
    expect(pageForms(html, url).policies).toEqual(['form-action a', 'x']);
  });

  it('are read from any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { forms } = pageForms(`<form action="${text}">${text}`, url);
        for (const { action } of forms) expect(URL.canParse(action)).toBe(true);
      }),
    );
  });
});
