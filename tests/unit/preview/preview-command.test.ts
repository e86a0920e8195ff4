import { describe, expect, it } from 'vitest';
import { emptyDraft } from '../../../lib/kernel/listing.ts';
import { previewCommand } from '../../../lib/preview/preview-command.ts';
import { hostilePreview } from '../../support/hostile-preview.ts';

describe('the command that shows the same as the page', () => {
  const { preview } = hostilePreview({ id: 'a', text: 'a' } as Parameters<typeof hostilePreview>[0]);
  const shown = { url: 'https://mcp.acme.dev/mcp', icon: { ...preview.icon, google: [] } };

  it('asks Google where Google was asked', () => {
    expect(previewCommand(shown, emptyDraft)).toBe(
      'npx connector-doctor preview https://mcp.acme.dev/mcp --format html --output preview.html',
    );
    const [icon] = preview.icon.google;
    if (!icon) throw new Error('no answer of Google');
    expect(previewCommand({ ...shown, icon: { ...shown.icon, google: [icon] } }, emptyDraft)).toContain(
      ' --google-favicon ',
    );
  });

  it('tells what was typed, in words that no shell takes apart', () => {
    const draft = {
      ...emptyDraft,
      name: "--Ann's; Notes",
      tagline: ' ',
      description: 'x',
      supportContact: 'a@acme.dev',
    };
    expect(previewCommand(shown, draft)).toContain(
      ` --name='--Ann'\\''s; Notes' --description=description.md --support=a@acme.dev --format`,
    );
  });
});
