import { describe, expect, it } from 'vitest';
import { toolNames } from '../../../../lib/checks/tools/names.ts';
import { said, tool } from './listed-evidence.ts';

describe('tools.name-invalid', () => {
  it.each([
    ['a dot', 'notes.search', 'characters', '.'],
    ['a slash', 'notes/search', 'characters', '/'],
    ['a space', 'New Tool', 'characters', 'space'],
    ['braces', 'get_{id}', 'characters', '{ }'],
    ['an umlaut', 'lösche', 'characters', 'ö'],
    ['a character that cannot be seen', 'a\u200bb', 'characters', 'U+200B'],
    ['65 letters', 'x'.repeat(65), 'length', 'none'],
    ['nothing', '', 'empty', 'none'],
  ])('is found at %s', (_what, name, reason, characters) => {
    const heard = said(toolNames, tool('search'), tool(name));
    expect(heard.found).toEqual(['tools.name-invalid']);
    const finding = heard.finding('tools.name-invalid');
    expect(finding).toMatchObject({ severity: 'blocker', confidence: 'certain' });
    expect(finding.values).toMatchObject({ count: 1, reason, characters });
  });

  it.each(['a', 'getUser', 'DATA_EXPORT_v2', 'notion-create-pages', 'x'.repeat(64), '__proto__'])(
    'is not found at %s',
    (name) => {
      expect(said(toolNames, tool(name)).passed).toContain('tools.name-invalid');
    },
  );
});

describe('tools.name-duplicate', () => {
  it('is found where two tools have one name', () => {
    const heard = said(toolNames, tool('a'), tool('b'), tool('a'), tool('a'));
    expect(heard.found).toEqual(['tools.name-duplicate']);
    expect(heard.finding('tools.name-duplicate').values).toMatchObject({ count: 1, names: '“a”' });
  });

  it('is not found where names differ in case alone', () => {
    expect(said(toolNames, tool('getuser'), tool('getUser')).passed).toContain('tools.name-duplicate');
  });
});
