import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceName, sourceWithHost } from '../../../../lib/report/words/source-name.ts';

describe('sourceName', () => {
  it.each([
    ['https://www.rfc-editor.org/rfc/rfc9728#section-3.2', 'RFC 9728, section 3.2'],
    ['https://datatracker.ietf.org/doc/html/rfc6749', 'RFC 6749'],
    ['https://github.com/anthropics/claude-ai-mcp/issues/49', 'claude-ai-mcp, issue 49'],
    ['https://github.com/PrefectHQ/fastmcp/issues/7', 'PrefectHQ/fastmcp, issue 7'],
    ['https://claude.com/docs/connectors/troubleshooting', 'claude.com: troubleshooting'],
    ['https://www.keycloak.org/', 'keycloak.org'],
    ['no address', 'no address'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('names %s', (source, name) => {
    expect(sourceName(source)).toBe(name);
  });

  it.each([
    ['https://login.evil.example/rfc9728#section-3.2', 'login.evil.example: section 3.2'],
    ['http://www.rfc-editor.org/rfc/rfc9728', 'rfc-editor.org: rfc9728'],
    ['https://rfc-editor.org.evil.example/rfc/rfc9728', 'rfc-editor.org.evil.example: rfc9728'],
    ['https://www.rfc-editor.org@evil.example/rfc/rfc9728', 'evil.example: rfc9728'],
    ['https://www.rfc-editor.org:8443/rfc/rfc9728', 'rfc-editor.org:8443: rfc9728'],
    ['https://github.com/evil/claude-ai-mcp/issues/858', 'evil/claude-ai-mcp, issue 858'],
    ['https://github.com.evil.example/anthropics/claude-ai-mcp/issues/858', 'github.com.evil.example: 858'],
    ['https://evil.example/x#claude.com:-troubleshooting', 'evil.example: claude.com: troubleshooting'],
  ])('believes no address that looks like a known one: %s', (source, name) => {
    expect(sourceName(source)).toBe(name);
  });
});

describe('sourceWithHost', () => {
  it('says the host beside a name that does not', () => {
    expect(sourceWithHost('https://www.rfc-editor.org/rfc/rfc9728#section-3.2')).toBe(
      'RFC 9728, section 3.2 (rfc-editor.org)',
    );
    expect(sourceWithHost('https://github.com/evil/claude-ai-mcp/issues/858')).toBe(
      'evil/claude-ai-mcp, issue 858 (github.com)',
    );
    expect(sourceWithHost('https://evil.example/rfc9728')).toBe('evil.example: rfc9728');
  });

  it('says it whole, whatever the address', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,30}\.[a-z]{1,30}$/),
        fc.webPath(),
        fc.webFragments(),
        (host, path, fragment) => {
          const address = `https://${host}${path}#${fragment}`;
          expect(sourceWithHost(address)).toContain(new URL(address).host.replace(/^www\./, ''));
        },
      ),
    );
    const long = `support.claude.com.${'a'.repeat(60)}.${'b'.repeat(60)}.evil.example`;
    expect(sourceWithHost(`https://${long}/login`)).toBe(`${long}: login`);
  });
});
