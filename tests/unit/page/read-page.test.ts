import { describe, expect, it } from 'vitest';
import { claudeSentences, type ClaudeSentence } from '../../../lib/standards/claude-sentences.ts';
import { readPage } from '../../../lib/page/read-page.ts';
import { pageOf, readingOf, seenAt } from './page-of.ts';

const connectors = 'https://claude.ai/customize/connectors';
const chat = 'https://claude.ai/chat/5f9d8c6e-1111-4222-8333-abcdefabcdef';

const reach =
  'Couldn’t reach the MCP server. You can check the server URL and verify the server is running. If this persists, share this reference with support: “ofid_d325aa51c0ffee51”';

const toaster = (text: string): string => `
  <div id="root"><nav><a href="/chat/1">Weekly report</a></nav><main><h1>Connectors</h1></main></div>
  <section aria-label="Notifications alt+T" tabindex="-1" aria-live="polite">
    <ol data-sonner-toaster="true"><li data-sonner-toast="" data-type="error"><div data-content=""><div data-title="">${text}</div></div>
    <button>Dismiss</button></li></ol>
  </section>`;

const conversation = (text: string): string => `
  <nav><ul><li><a href="/chat/2">${text}</a></li></ul></nav>
  <main>
    <h1>${text}</h1>
    <div data-testid="user-message"><p>${text}</p></div>
    <div data-is-streaming="false"><div class="font-claude-response"><p>${text}</p><div role="alert">${text}</div></div></div>
    <div contenteditable="true" role="textbox"><p>${text}</p></div>
    <textarea>${text}</textarea>
  </main>
  <div aria-live="polite">${text}</div>
  <div class="sr-only" role="alert">${text}</div>
  <div id="__next-route-announcer__" role="alert">${text}</div>`;

describe('what is read of a connector error', () => {
  it('is the sentence of a toast, its reference and where it stood', () => {
    expect(readingOf(connectors, toaster(reach))).toEqual({
      page: connectors,
      sentence: reach,
      stage: null,
      oauthError: null,
      reference: 'ofid_d325aa51c0ffee51',
      connectorUrl: null,
      connectorName: null,
      seenAt,
    });
  });

  it.each(['alert', 'alertdialog'])('is found in role=%s on any page of the app', (role) => {
    const body = `<main><p>Hello</p></main><div role="${role}"><p>${reach}</p></div>`;
    expect(readingOf(chat, body)?.sentence).toBe(reach);
    expect(readingOf('https://claude.ai/new', body)?.reference).toBe('ofid_d325aa51c0ffee51');
  });

  it('is found in toasts of other makes', () => {
    for (const toast of [
      `<div role="region" aria-label="Notifications (F8)"><ol><li role="status" aria-live="off"><div>${reach}</div></li></ol></div>`,
      `<div class="Toastify__toast"><div role="status">${reach}</div></div>`,
      `<div data-testid="toast-3"><span>${reach}</span></div>`,
    ]) {
      expect(readingOf(chat, toast)?.sentence).toBe(reach);
    }
  });

  it('is found in the text of a connector’s page, together with the address and the name of the connector', () => {
    const body = `<nav></nav><main><h2>Acme CRM</h2><div>https://mcp.acme.dev/mcp</div>
      <p>Authorization with <b>Acme CRM</b> failed. You can check your credentials and permissions.
      If this persists, share this reference with support: "ofid_0123456789abcdef"</p>
      <a href="https://claude.com/docs">https://claude.com/docs/connectors</a></main>`;
    expect(readingOf(connectors, body)).toMatchObject({
      sentence:
        'Authorization with Acme CRM failed. You can check your credentials and permissions. If this persists, share this reference with support: "ofid_0123456789abcdef"',
      reference: 'ofid_0123456789abcdef',
      connectorUrl: 'https://mcp.acme.dev/mcp',
      connectorName: 'Acme CRM',
    });
  });

  it('is the address in the dialog’s field, and no other field’s text', () => {
    const body = `<main></main><div role="dialog"><h2>Add custom connector</h2>
      <input name="name" value="https://not.this.example/"><input name="serverUrl" value="http://mcp.acme.dev/mcp">
      <input name="oauthClientSecret" type="password" value="https://secret.example/">
      <p role="alert">URL must start with 'https'</p></div>`;
    expect(readingOf(connectors, body)).toMatchObject({
      sentence: "URL must start with 'https'",
      connectorUrl: 'http://mcp.acme.dev/mcp',
    });
  });

  it('is no address at all where the page shows several', () => {
    const body = `<main><ul><li>https://a.acme.dev/mcp</li><li>https://b.acme.dev/mcp</li></ul></main>
      <div role="alert">${reach}</div>`;
    expect(readingOf(connectors, body)?.connectorUrl).toBeNull();
  });

  it('is what the address says, also before the page says a word', () => {
    expect(
      readingOf(
        'https://claude.ai/settings/connectors?step=start_error&flow_id=ofid_1122334455667788',
        '<main></main>',
      ),
    ).toMatchObject({
      page: 'https://claude.ai/settings/connectors',
      sentence: null,
      stage: 'start_error',
      reference: 'ofid_1122334455667788',
    });
    expect(readingOf(`${chat}?oauth_error=McpAuthorizationError`, '<main></main>')).toMatchObject({
      page: 'https://claude.ai/chat/*',
      oauthError: 'McpAuthorizationError',
    });
  });

  it('is the first notice in whatever language, where the address tells of a failure', () => {
    const body =
      '<main><p>Konnektoren</p></main><div role="alert">Die Anmeldung ist fehlgeschlagen. Versuche es noch einmal.</div>';
    expect(readingOf('https://claude.ai/connector/77/auth_done?step=start_error', body)?.sentence).toBe(
      'Die Anmeldung ist fehlgeschlagen. Versuche es noch einmal.',
    );
    expect(readingOf(connectors, body)).toBeNull();
  });

  it('is any text with a reference id', () => {
    const line = 'Não foi possível ligar ao servidor. Referência: ofid_89abcdef01234567';
    expect(readingOf(chat, `<div role="alert">${line}</div>`)).toMatchObject({
      sentence: line,
      reference: 'ofid_89abcdef01234567',
    });
  });

  it('takes the values that the link to the dialog carries', () => {
    const address = `${connectors}?modal=add-custom-connector&connectorName=Acme&connectorUrl=${encodeURIComponent('https://me:secret@mcp.acme.dev/mcp')}`;
    const body = `<main></main><div role="alert">Couldn't connect to the server. Check that the URL points to a valid MCP server.</div>`;
    expect(readingOf(address, body)).toMatchObject({
      connectorName: 'Acme',
      connectorUrl: 'https://mcp.acme.dev/mcp',
    });
  });

  it('is the notice of an incident on a page without the app', () => {
    const body =
      '<div><h1>Claude will return soon</h1><p>Claude is currently experiencing a temporary service disruption.</p></div>';
    expect(readingOf('https://claude.ai/new', body)?.sentence).toBe('Claude will return soon');
    expect(readingOf('https://claude.ai/new', `<main></main>${body}`)).toBeNull();
  });

  it('is the answer of Claude’s callback', () => {
    const body = '<pre>{"type":"error","error":{"type":"invalid_request_error","message":"Method Not Allowed"}}</pre>';
    expect(readingOf('https://claude.ai/api/mcp/auth_callback', body)?.sentence).toContain('Method Not Allowed');
  });
});

describe('every sentence that the rehearsal names', () => {
  // Shown all the time while Claude connects: no error.
  const inPassing: readonly ClaudeSentence[] = ['checking'];
  const sentences = Object.entries(claudeSentences).filter(([id]) => !inPassing.includes(id as ClaudeSentence));

  it.each(sentences)('%s is recognized in an alert', (_, sentence) => {
    const text = sentence.replace('<name>', 'Acme CRM').replace('<N>', '12').replace('ofid_…', 'ofid_d325aa51c0ffee51');
    expect(readingOf(chat, `<div role="alert"></div>`)).toBeNull();
    const alert = pageOf(chat, '<div role="alert"></div>');
    const [region] = Array.from((alert.root as Document).querySelectorAll('[role="alert"]'));
    if (region) region.textContent = text;
    expect(readPage(alert, seenAt)?.sentence).toBe(text);
  });
});

describe('what is never read', () => {
  it('messages, drafts, titles of conversations and what only screen readers are told', () => {
    expect(readingOf(chat, conversation(reach))).toBeNull();
    expect(readingOf('https://claude.ai/new', conversation(reach))).toBeNull();
    expect(readingOf(connectors, conversation(reach).replace(`<h1>${reach}</h1>`, ''))).toBeNull();
  });

  it('the page itself and its windows where it is no page of connectors', () => {
    const body = `<main><p>${reach}</p></main><div role="dialog"><p>${reach}</p></div>`;
    expect(readingOf(chat, body)).toBeNull();
    expect(readingOf('https://claude.ai/project/1', body)).toBeNull();
    expect(readingOf(connectors, body)?.sentence).toBe(reach);
  });

  it('shared conversations, artifacts and documentation', () => {
    for (const path of ['/share/1', '/public/artifacts/1', '/docs/connectors/building/troubleshooting']) {
      expect(readingOf(`https://claude.com${path}?step=start_error`, `<div role="alert">${reach}</div>`)).toBeNull();
    }
  });

  it('pages of others', () => {
    for (const address of [
      'https://claude.ai.evil.example/',
      'http://claude.ai/',
      'https://evil.example/?claude.ai',
      'nonsense',
      '',
    ]) {
      expect(readingOf(address, `<div role="alert">${reach}</div>`)).toBeNull();
    }
  });

  it('other notices', () => {
    for (const text of [
      'Copied to clipboard',
      'Acme CRM connected',
      'You are not connected to Acme yet.',
      'Checking connection...',
    ]) {
      expect(readingOf(connectors, toaster(text))).toBeNull();
    }
    expect(readingOf('https://claude.ai/onboarding?step=2&flow_id=ofid_1122334455667788', '<main></main>')).toBeNull();
  });

  it('a sentence that is only quoted further in', () => {
    const listing = `<nav></nav><main><p>${'A connector that helps you with many things. '.repeat(3)}“Couldn't reach the MCP server” is something you never see.</p></main>`;
    expect(readingOf('https://claude.ai/directory', listing)).toBeNull();
  });
});

describe('what is shown first', () => {
  it('a connector’s error before a plan’s limit', () => {
    const body = `<div role="alert">5-hour limit reached - resets 3pm</div><div role="alert">${reach}</div>`;
    expect(readingOf(chat, body)?.sentence).toBe(reach);
    expect(readingOf(chat, '<div role="alert">5-hour limit reached - resets 3pm</div>')?.sentence).toContain(
      '5-hour limit',
    );
  });
});
