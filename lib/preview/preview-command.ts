import type { ListingDraft } from '../kernel/listing.ts';
import { shellWord } from '../report/exchanges/shell-text.ts';
import type { ConnectorPreview } from './preview.ts';

/** The command that shows the same as the page: Google is asked where it was, and what was typed is told. A description has to be a file. */
export function previewCommand(
  { url, icon }: Pick<ConnectorPreview, 'url' | 'icon'>,
  { name, tagline, description, documentationUrl, privacyPolicyUrl, supportContact }: ListingDraft,
): string {
  const told = [
    ['--name', name],
    ['--tagline', tagline],
    ['--description', description.trim() === '' ? '' : 'description.md'],
    ['--documentation', documentationUrl],
    ['--privacy-policy', privacyPolicyUrl],
    ['--support', supportContact],
  ] as const;
  return [
    `npx connector-doctor preview ${shellWord(url)}`,
    ...(icon.google.length > 0 ? ['--google-favicon'] : []),
    // With a sign of equality no text is taken for an option.
    ...told.filter(([, text]) => text.trim() !== '').map(([option, text]) => `${option}=${shellWord(text.trim())}`),
    '--format html --output preview.html',
  ].join(' ');
}
