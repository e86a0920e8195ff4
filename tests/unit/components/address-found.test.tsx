import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { AddressFound } from '../../../components/help/AddressFound.tsx';

const actions = {
  onCheck: () => undefined,
  onGuide: () => undefined,
  onLook: () => undefined,
  onSearch: () => undefined,
};

function shown(asked: string): string {
  return renderToStaticMarkup(createElement(AddressFound, { asked, actions }));
}

describe('an address among what is asked', () => {
  it.each(['https://mcp.acme.dev/mcp', 'mcp.acme.dev', 'mcp.acme.dev:8443/mcp', 'HTTP://10.1.2.3/mcp'])(
    'is offered to be checked: %s',
    (asked) => {
      expect(shown(asked)).toContain('Check');
    },
  );

  it.each([
    'how do I disconnect?',
    'connector',
    'https://claude.ai/customize/connectors?step=start_error',
    'no, it is mcp.acme.dev',
    'mcp.json',
    'Next.js',
    'README.md',
    'claude_desktop_config.json',
    '',
  ])('is nothing else: %s', (asked) => {
    expect(shown(asked)).toBe('');
  });
});
