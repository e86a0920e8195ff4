import { FolderOpen } from 'lucide-react';
import { say } from '../../lib/i18n/say.ts';
import { FileButton } from '../ui/FileButton.tsx';

/** A button that lets a saved report be chosen. */
export function OpenReport({ onFile }: { readonly onFile: (file: File) => void }) {
  return (
    <FileButton
      label={say('A saved report')}
      accept=".json,.html,.htm,.txt,application/json,text/html,text/plain"
      onFile={onFile}
    >
      <FolderOpen aria-hidden size={16} /> {say('Open a saved report…')}
    </FileButton>
  );
}
