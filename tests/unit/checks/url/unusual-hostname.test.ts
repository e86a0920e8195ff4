import { describe, expect, it } from 'vitest';
import { oddityOf } from '../../../../lib/checks/url/unusual-hostname.ts';
import { typedUrl } from '../../../support/evidence-builders.ts';

describe('unusual host names', () => {
  it.each([
    ['bücher.com', undefined],
    ['пример.com', undefined],
    ['東京タワーのmcp.com', undefined],
    ['pаypal.com', '“pаypal” mixes Latin and Cyrillic letters'],
    ['αcme.com', '“αcme” mixes Latin and Greek letters'],
  ])('reads %s', (name, oddity) => {
    expect(oddityOf(typedUrl(`https://${name}/mcp`))).toBe(oddity);
  });

  it('notices a dot at the end', () => {
    expect(oddityOf(typedUrl('https://acme.com./mcp'))).toBe('it ends in a dot');
  });
});
