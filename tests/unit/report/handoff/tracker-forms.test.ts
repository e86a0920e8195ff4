import { describe, expect, it } from 'vitest';
import { trackerFieldIds, trackerForms, type TrackerFormName } from '../../../../lib/standards/tracker-forms.ts';

/** As the table of the forms of 2026-02 has them: id, kind, whether it is required, options. */
type Row = readonly [id: string, kind: string, required: boolean, ...options: string[]];

const where = 'When pressing the Connect button';
const back = 'When auth finishes and redirects back to Claude.ai';
const conversation = 'During a conversation (after initial auth)';

const forms: Readonly<Record<TrackerFormName, { readonly template: string; readonly rows: readonly Row[] }>> = {
  developer: {
    template: 'auth_connection_developer.yml',
    rows: [
      ['server-url', 'input', true],
      ['where', 'dropdown', true, where, 'In the authorization screen from my server', back, conversation, 'Other'],
      ['transport', 'dropdown', true, 'streamable-http', 'sse (deprecated)', 'stdio'],
      [
        'client-registration',
        'dropdown',
        true,
        'My server does not have auth',
        'Dynamic Client Registration (DCR)',
        'Static',
        'OpenID Connect Discovery (OIDC)',
      ],
      ['sse-fallback', 'dropdown', true, 'Not applicable (my server does not use SSE)', 'Yes', 'No', 'Not sure'],
      ['timestamp', 'input', true],
      ['browser-os', 'input', false],
      ['description', 'textarea', true],
      ['error-details', 'textarea', true],
      ['expected', 'textarea', true],
      ['server-logs', 'textarea', false],
      ['additional', 'textarea', false],
    ],
  },
  user: {
    template: 'auth_connection_user.yml',
    rows: [
      ['server-url', 'input', true],
      [
        'connection-method',
        'dropdown',
        true,
        'From a custom connector URL I entered manually',
        'From browsing the MCP server directory',
      ],
      ['where', 'dropdown', true, where, 'In the authorization screen', back, conversation, 'Other'],
      ['timestamp', 'input', true],
      ['browser-os', 'input', false],
      ['description', 'textarea', true],
      ['error-details', 'textarea', true],
      ['expected', 'textarea', true],
      ['additional', 'textarea', false],
    ],
  },
};

describe('the forms of the public tracker', () => {
  it.each(['developer', 'user'] as const)('%s: its file, its fields in their order, and every option', (name) => {
    const { template, fields } = trackerForms[name];
    const rows = fields.map(({ id, kind, required, options = [] }) => [id, kind, required, ...options]);
    expect({ template, rows }).toEqual(forms[name]);
  });

  it('have thirteen fields together', () => {
    const both = new Set(Object.values(trackerForms).flatMap(({ fields }) => fields.map(({ id }) => id)));
    expect([...both].sort()).toEqual([...trackerFieldIds].sort());
    expect(both.size).toBe(13);
  });
});
