import { Package } from 'lucide-react';
import { say } from '../../lib/i18n/say.ts';
import { FileButton } from '../ui/FileButton.tsx';

/** A button that lets a bundle be chosen. */
export function ChooseBundle({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <FileButton label={say('A bundle')} accept=".mcpb,.dxt,application/zip" onFile={onFile}>
      <Package aria-hidden size={16} /> {say('Look at a bundle (.mcpb)…')}
    </FileButton>
  );
}
